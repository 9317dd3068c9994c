package dev.jprof.report.io;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A file that is there whole or not at all: written beside its place and moved there when complete. */
public final class OutputFile {
    /** Opened by these names, a file that output is redirected to would be written from its own end or beginning. */
    private static final Set<String> STANDARD_OUTPUT = Set.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

    private static final AtomicLong WRITTEN = new AtomicLong();

    private OutputFile() {}

    /** What goes into the file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Replaces {@code file}, or what it links to; devices and pipes, such as /dev/stdout, are written directly. */
    public static void write(Path file, Content content) throws IOException {
        if (isStandardOutput(file)) {
            OutputStream out =
                    new BufferedOutputStream(new Named(new FileOutputStream(FileDescriptor.out), file), 1 << 16);
            content.writeTo(out);
            out.flush();
        } else if (isDevice(file)) {
            fill(file, content, StandardOpenOption.APPEND);
        } else {
            replace(Files.exists(file) ? file.toRealPath() : file, content);
        }
    }

    /** Writes {@code file} unless there is one of that name, whoever made it and when; returns whether it did. */
    public static boolean writeNew(Path file, Content content) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path beside = beside(file);
        try {
            fill(beside, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            appear(beside, file);
            return true;
        } catch (FileAlreadyExistsException meanwhile) {
            return false;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** By a second name, which no other file can have; where files have one name only, as a copy. */
    private static void appear(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.copy(from, to);
        }
    }

    /** Short, because a file's own name may be as long as names can be. */
    private static Path beside(Path file) {
        return file.resolveSibling(
                ".jprof-" + ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet() + ".tmp");
    }

    /** Whether a file is this process's own standard output, where what is written otherwise must not come in between. */
    public static boolean isStandardOutput(Path file) {
        return STANDARD_OUTPUT.contains(file.toAbsolutePath().normalize().toString());
    }

    private static void replace(Path file, Content content) throws IOException {
        Path beside = beside(file);
        try {
            fill(beside, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A redirected /dev/stdout too: behind it is a file then, but another must not take the place of the link. */
    private static boolean isDevice(Path file) {
        Path place = file.toAbsolutePath().normalize();
        boolean isLink = Files.isSymbolicLink(file) && (place.startsWith("/dev") || place.startsWith("/proc"));
        return Files.exists(file) && (isLink || !Files.isRegularFile(file));
    }

    private static void fill(Path file, Content content, StandardOpenOption... options) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(new Named(Files.newOutputStream(file, options), file), 1 << 16)) {
            content.writeTo(out);
        }
    }

    /** A stream of a file whose failures say which file it is, as others of files do. */
    private static final class Named extends FilterOutputStream {
        private final Path file;

        Named(OutputStream out, Path file) {
            super(out);
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException failed) {
                FileSystemException named = new FileSystemException(file.toString(), null, failed.getMessage());
                named.initCause(failed);
                throw named;
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
