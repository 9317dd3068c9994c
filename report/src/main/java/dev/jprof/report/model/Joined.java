package dev.jprof.report.model;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The results of other threads. */
public final class Joined {
    private Joined() {}

    /** Waits; what went wrong there is thrown as it is, be it that memory ran out. */
    public static <T> T of(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }
}
