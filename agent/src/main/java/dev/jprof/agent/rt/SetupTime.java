package dev.jprof.agent.rt;

import java.util.concurrent.atomic.AtomicLong;

/** What the program's threads spent on what probes need once: to weave a class, to make a node of a new path. */
public final class SetupTime {
    /** A power of two: one new path of so many is timed and stands for all. */
    static final int NEW_PATHS_A_TIMED_ONE = 16;

    private static final AtomicLong WEAVING = new AtomicLong();
    private static final AtomicLong NEW_PATHS = new AtomicLong();
    private static final AtomicLong TIMED_PATHS = new AtomicLong();

    private SetupTime() {}

    public static void addWeaving(long nanos) {
        WEAVING.addAndGet(nanos);
    }

    static void addNewPath(long nanos) {
        NEW_PATHS.addAndGet(nanos);
        TIMED_PATHS.incrementAndGet();
    }

    /** In nanoseconds, of all threads since the JVM began. */
    public static long soFar() {
        return WEAVING.get() + NEW_PATHS_A_TIMED_ONE * NEW_PATHS.get();
    }

    /** What a new path takes on average, in nanoseconds. */
    public static long ofNewPath() {
        return NEW_PATHS.get() / Math.max(1, TIMED_PATHS.get());
    }
}
