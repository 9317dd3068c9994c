package dev.jprof.cli.serve;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What is known of each profile, read in the background and again when a file has changed. */
final class Looks {
    /** A list that is asked for waits so long for what is still to be read. */
    private static final long PATIENCE_MILLIS = 700;

    private final List<ServedProfile> profiles;
    private final AtomicReferenceArray<ServedProfile.Known> known;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "jprof-reader");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<?> round = CompletableFuture.completedFuture(null);

    Looks(List<ServedProfile> profiles) {
        this.profiles = profiles;
        this.known = new AtomicReferenceArray<>(profiles.size());
    }

    /** What was found at the last look; nothing before the first one. */
    Optional<ServedProfile.Known> of(int profile) {
        return Optional.ofNullable(known.get(profile));
    }

    /** Waits for a moment, so that most lists are whole when they are first seen. */
    void await() {
        begin();
        try {
            round().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException later) {
            // The page loads itself anew when more is known.
        } catch (ExecutionException unforeseen) {
            throw new IllegalStateException(unforeseen);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at what has changed, if nobody is about it. */
    synchronized void begin() {
        if (round.isDone()) {
            round = CompletableFuture.runAsync(this::lookAtWhatChanged, reader);
        }
    }

    private synchronized CompletableFuture<?> round() {
        return round;
    }

    private void lookAtWhatChanged() {
        for (int profile = 0; profile < profiles.size(); profile++) {
            ServedProfile.Known before = known.get(profile);
            ServedProfile served = profiles.get(profile);
            if (before == null || !before.version().equals(served.version())) {
                known.set(profile, served.look());
            }
        }
    }
}
