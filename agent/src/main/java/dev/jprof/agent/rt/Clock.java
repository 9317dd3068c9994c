package dev.jprof.agent.rt;

/** The coarse clock: a time in nanoseconds that one ticker thread moves on about every millisecond. */
public final class Clock {
    /** Address of the last tick, on the scale of {@link System#nanoTime}. Written by the ticker alone. */
    static final long NOW = Cell.aligned(Cell.LINE);

    /**
     * How long the last tick was, in nanoseconds; after one that was too long, at least half of what stood here before, so
     * that who comes late still sees it. Written by the ticker before {@link #NOW}.
     */
    static long length = 1000000;

    /** A tick longer than this is a gap. */
    public static final long GAP_NANOS = 5000000;

    /** True when every call is timed by two exact reads ({@code clock=exact}). Set once, before the first probe. */
    static boolean exact;

    /** CPU times of threads under {@code clock=cpu}, else null. Set once, before the first probe. */
    static ThreadCounter cpu;

    private Clock() {}

    static long now() {
        return Cell.MEMORY.getLong(NOW);
    }

    /** Moves the clock on. For the ticker alone. */
    public static void tick(long time) {
        long passed = time - now();
        if (now() != 0) {
            length = Math.max(passed, length / 2);
        }
        Cell.MEMORY.putLong(NOW, time);
        Gate.shutAll();
    }

    /** Sets the clock after it stood still: no tick is as long as that. For the ticker alone. */
    public static void restart(long time) {
        Cell.MEMORY.putLong(NOW, time);
        Gate.shutAll();
    }

    public static void useExactReads() {
        exact = true;
    }

    public static boolean countsCpuTime() {
        return cpu != null;
    }

    public static void useCpuTime(ThreadCounter counter) {
        cpu = counter;
    }
}
