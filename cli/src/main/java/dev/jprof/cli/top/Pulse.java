package dev.jprof.cli.top;

import dev.jprof.cli.attach.Unreachable;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Takes a snapshot each second on a thread of its own, so that keys need not wait for it. */
final class Pulse implements AutoCloseable {
    private static final long SECOND = 1000;

    private final Snapshots snapshots;
    private final AtomicReference<@Nullable Profile> taken = new AtomicReference<>();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private volatile boolean silent;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "jprof-top");
        made.setDaemon(true);
        return made;
    });

    Pulse(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void start() {
        var unused = thread.scheduleAtFixedRate(this::take, 0, SECOND, TimeUnit.MILLISECONDS);
    }

    private void take() {
        if (failure.get() == null) {
            try {
                taken.set(snapshots.next());
                silent = false;
            } catch (Unreachable forNow) {
                silent = true;
            } catch (IOException stopped) {
                failure.set(stopped);
            } catch (RuntimeException wrong) {
                failure.set(new IOException(wrong.getMessage(), wrong));
            }
        }
    }

    /** The newest snapshot, once. */
    @Nullable
    Profile taken() {
        return taken.getAndSet(null);
    }

    /** Whether the program did not answer when it was asked last. */
    boolean isSilent() {
        return silent;
    }

    /** Why there will be no more. */
    @Nullable
    IOException failure() {
        return failure.get();
    }

    @Override
    public void close() {
        if (!silent) {
            awaitLast();
        }
        thread.shutdownNow();
    }

    private void awaitLast() {
        thread.shutdown();
        try {
            var unused = thread.awaitTermination(SECOND * 30, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
