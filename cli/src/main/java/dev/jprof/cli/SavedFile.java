package dev.jprof.cli;

import dev.jprof.cli.attach.KeptElsewhere;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file named by {@code -o}, whole or not there at all; what goes wrong is said of that name. */
final class SavedFile {
    private SavedFile() {}

    /** Writes the file. */
    interface Writing {
        void run() throws IOException;
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
            throw new IOException("cannot write " + file + ": " + reason(wrong), wrong);
        } catch (KeptElsewhere kept) {
            throw new IOException(
                    "cannot write " + file + ": " + reason(kept.reason()) + "; the profile is in " + kept.place(),
                    kept);
        }
    }

    /** Finds out before anything is recorded, or its recording ends, whether it could be written. */
    static void check(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
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

    private static IOException directory(Path file) {
        return new IOException("cannot write " + file + ": it is a directory; name a file in it");
    }

    private static String reason(IOException wrong) {
        if (wrong instanceof NoSuchFileException) {
            return "its directory does not exist";
        }
        if (wrong instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = wrong instanceof FileSystemException named ? named.getReason() : wrong.getMessage();
        return reason == null ? wrong.getClass().getSimpleName() : reason;
    }
}
