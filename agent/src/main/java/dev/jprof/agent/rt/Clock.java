package dev.jprof.agent.rt;

/** The coarse clock: a time in nanoseconds that one ticker thread moves on about every millisecond. */
public final class Clock {
    /** Address of the last tick, on the scale of {@link System#nanoTime}. Written by the ticker alone. */
    static final long NOW = Cell.aligned(Cell.BYTES);

    /** True when every call is timed by two exact reads ({@code clock=exact}). Set once, before the first probe. */
    static boolean exact;

    private Clock() {}

    static long now() {
        return Cell.MEMORY.getLong(NOW);
    }

    public static void tick(long now) {
        Cell.MEMORY.putLong(NOW, now);
    }

    public static void useExactReads() {
        exact = true;
    }
}
