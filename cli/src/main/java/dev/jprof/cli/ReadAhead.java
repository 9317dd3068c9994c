package dev.jprof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Files one after the other: the first two are read at one time, each further one while the one before it is worked on. At most
 * two are held, and one at a time, in their order, is digested, which takes most memory. Confined to one thread.
 *
 * @param <R> what is read
 * @param <T> what is made of it
 */
final class ReadAhead<R, T> {
    private static final int HELD = 2;

    private final Queue<Path> files;
    private final Reader<R> reader;
    private final Function<R, T> digestion;
    private final Queue<CompletableFuture<T>> coming = new ArrayDeque<>();
    private CompletableFuture<?> newest = CompletableFuture.completedFuture("");

    /** Reads one file; on two threads at one time. */
    interface Reader<R> {
        R read(Path file) throws IOException;
    }

    ReadAhead(List<Path> files, Reader<R> reader, Function<R, T> digestion) {
        this.files = new ArrayDeque<>(files);
        this.reader = reader;
        this.digestion = digestion;
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
            if (failed.getCause() instanceof RuntimeException wrong) {
                throw wrong;
            }
            throw failed;
        }
    }

    /** On a thread of its own: the JVM's common pool has a single one on two processors. */
    private CompletableFuture<T> start(Path file) {
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletableFuture<?> before = newest;
        newest = result;
        Thread thread = new Thread(() -> read(file, before, result), "jprof-read");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private void read(Path file, CompletableFuture<?> before, CompletableFuture<T> result) {
        try {
            R read = reader.read(file);
            before.exceptionally(failure -> null).join();
            result.complete(digestion.apply(read));
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }
}
