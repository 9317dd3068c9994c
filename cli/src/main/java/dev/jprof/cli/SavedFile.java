package dev.jprof.cli;

import dev.jprof.cli.attach.KeptElsewhere;
import dev.jprof.report.io.OutputFile;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A file named by {@code -o}, whole or not there at all; what goes wrong is said of that name. */
final class SavedFile {
    private SavedFile() {}

    /** Writes the file. */
    interface Writing {
        void run() throws IOException;
    }

    /** Refuses to write over something that was only to be read, by whatever name; without a file nothing is written over. */
    static void spare(Collection<Path> read, @Nullable Path file) throws IOException {
        if (file == null || !Files.isRegularFile(file)) {
            return;
        }
        for (Path input : read) {
            if (Files.exists(input) && Files.isSameFile(input, file)) {
                throw new UsageException("cannot write " + file + ": it is read, and what is in it would be lost;"
                        + " name another file");
            }
        }
    }

    static void write(Path file, Writing writing) throws IOException {
        check(file);
        writeUnchecked(file, writing);
    }

    /** The same for what must be done even if the file can't be written. */
    static void writeUnchecked(Path file, Writing writing) throws IOException {
        try {
            writing.run();
        } catch (FileSystemException wrong) {
            if (OutputFile.isStandardOutput(file)) {
                throw new StandardOutput.Failed(wrong);
            }
            throw new IOException("cannot write " + file + ": " + reason(file, wrong), wrong);
        } catch (KeptElsewhere kept) {
            throw new IOException(
                    "cannot write " + file + ": " + reason(file, kept.reason()) + "; the profile is in " + kept.place(),
                    kept);
        }
    }

    /** Finds out before anything is recorded, or its recording ends, whether it could be written. */
    static void check(Path file) throws IOException {
        refuseDash(file);
        Path folder = (Files.isRegularFile(file) ? file.toRealPath() : file.toAbsolutePath()).getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IOException("cannot write " + file + ": its directory does not exist");
        }
        if (Files.isDirectory(file)) {
            throw directory(file);
        }
        boolean device = Files.exists(file) && !Files.isRegularFile(file);
        if (!(device ? Files.isWritable(file) : folder == null || Files.isWritable(folder))) {
            throw new IOException("cannot write " + file + ": permission denied");
        }
    }

    /** Elsewhere it is standard output; a file of that name is what nobody wants, and hard to delete. */
    private static void refuseDash(Path file) {
        if (file.toString().equals("-")) {
            throw new UsageException("cannot write -: name a file (/dev/stdout is standard output)");
        }
    }

    private static IOException directory(Path file) {
        return new IOException("cannot write " + file + ": it is a directory; name a file in it");
    }

    private static String reason(Path file, IOException wrong) {
        if (wrong instanceof NoSuchFileException) {
            Path folder = file.toAbsolutePath().getParent();
            return folder != null && Files.isDirectory(folder)
                    ? "no file can be made in its directory"
                    : "its directory does not exist";
        }
        if (wrong instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = wrong instanceof FileSystemException named ? named.getReason() : wrong.getMessage();
        return reason == null ? wrong.getClass().getSimpleName() : reason;
    }
}
