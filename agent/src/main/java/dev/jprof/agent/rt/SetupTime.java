package dev.jprof.agent.rt;

import java.util.concurrent.atomic.AtomicLong;

/** What the program's threads spent on what probes need once: to weave a class, to make a node of a new path. */
public final class SetupTime {
    private static final AtomicLong NANOS = new AtomicLong();

    private SetupTime() {}

    public static void add(long nanos) {
        NANOS.addAndGet(nanos);
    }

    /** In nanoseconds, of all threads since the JVM began. */
    public static long soFar() {
        return NANOS.get();
    }
}
