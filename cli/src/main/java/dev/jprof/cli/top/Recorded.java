package dev.jprof.cli.top;

import dev.jprof.report.model.Interval;
import dev.jprof.report.model.Profile;
import org.jspecify.annotations.Nullable;

/** The snapshots that matter: the newest, the one before it, and the one from which is counted. Confined to one thread. */
final class Recorded {
    private @Nullable Profile base;
    private @Nullable Profile previous;
    private @Nullable Profile latest;

    void add(Profile snapshot) {
        previous = latest;
        latest = snapshot;
    }

    /** Counts from the newest snapshot on. */
    void reset() {
        base = latest;
    }

    boolean isEmpty() {
        return latest == null;
    }

    /** Of the last second, or since the start; of the first second these are the same. Only after the first snapshot. */
    Profile shown(boolean interval) {
        Profile now = latest;
        Profile then = interval ? previous : base;
        if (now == null) {
            throw new IllegalStateException("no snapshot yet");
        }
        return then == null ? now : Interval.between(then, now);
    }
}
