package dev.jprof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Files one after the other: the first two are read at one time, each further one while the one before it is worked on. At most
 * two are held. Confined to one thread.
 */
final class ReadAhead<T> {
    private static final int HELD = 2;

    private final Queue<Path> files;
    private final Reader<T> reader;
    private final Queue<CompletableFuture<T>> coming = new ArrayDeque<>();

    /** Reads one file; on two threads at one time. */
    interface Reader<T> {
        T read(Path file) throws IOException;
    }

    ReadAhead(List<Path> files, Reader<T> reader) {
        this.files = new ArrayDeque<>(files);
        this.reader = reader;
    }

    /** Asked for as often as there are files; the one it gave before is no longer held then. */
    T next() throws IOException {
        while (coming.size() < HELD && !files.isEmpty()) {
            coming.add(start(files.remove()));
        }
        try {
            return coming.remove().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }

    /** On a thread of its own: the JVM's common pool has a single one on two processors. */
    private CompletableFuture<T> start(Path file) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> read(file, result), "jprof-read");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private void read(Path file, CompletableFuture<T> result) {
        try {
            result.complete(reader.read(file));
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }
}
