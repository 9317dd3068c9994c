package dev.jprof.cli;

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
        if (Files.isDirectory(file)) {
            throw directory(file);
        }
        try {
            writing.run();
        } catch (FileSystemException wrong) {
            throw new IOException("cannot write " + file + ": " + reason(wrong), wrong);
        }
    }

    /** Finds out before anything is recorded whether it could be written. */
    static void check(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IOException("cannot write " + file + ": its directory does not exist");
        }
        if (Files.isDirectory(file)) {
            throw directory(file);
        }
        if (folder != null && !Files.isWritable(folder)) {
            throw new IOException("cannot write " + file + ": permission denied");
        }
    }

    private static IOException directory(Path file) {
        return new IOException("cannot write " + file + ": it is a directory; name a file in it");
    }

    private static String reason(FileSystemException wrong) {
        if (wrong instanceof NoSuchFileException) {
            return "its directory does not exist";
        }
        if (wrong instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = wrong.getReason();
        return reason == null ? wrong.getClass().getSimpleName() : reason;
    }
}
