package dev.jprof.agent.rt;

/** The coarse clock: a time in nanoseconds that one ticker thread moves on about every millisecond. */
public final class Clock {
    /** The last tick, on the scale of {@link System#nanoTime}. Written by the ticker alone. */
    public static volatile long now = System.nanoTime();

    /** True when every call is timed by two exact reads ({@code clock=exact}). Set once, before the first probe. */
    static boolean exact;

    private Clock() {}

    public static void useExactReads() {
        exact = true;
    }
}
