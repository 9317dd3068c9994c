package dev.jprof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Files one after the other, each read while the one before it is worked on. At most two are held. Confined to one thread. */
final class ReadAhead<T> {
    private final List<Path> files;
    private final Reader<T> reader;
    private CompletableFuture<T> coming;
    private int started;

    /** Reads one file. */
    interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /** @param files at least one */
    ReadAhead(List<Path> files, Reader<T> reader) {
        this.files = files;
        this.reader = reader;
        this.coming = start();
    }

    private CompletableFuture<T> start() {
        Path file = files.get(started++);
        return CompletableFuture.supplyAsync(() -> {
            try {
                return reader.read(file);
            } catch (IOException failure) {
                throw new CompletionException(failure);
            }
        });
    }

    /** Asked for as often as there are files. */
    T next() throws IOException {
        CompletableFuture<T> asked = coming;
        if (started < files.size()) {
            coming = start();
        }
        try {
            return asked.join();
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
}
