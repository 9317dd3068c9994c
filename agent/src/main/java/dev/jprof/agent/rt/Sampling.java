package dev.jprof.agent.rt;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which calls are measured one by one. The choice goes by count alone: one that went by time would prefer calls that follow
 * long ones. The distance from one measured call to the next is random, so that no period of the program can fall in step with
 * it, and a measured call stands for all since the one before.
 */
public final class Sampling {
    /** Time that pays for one measurement of some 300 ns, the slow way through the probes included: one per cent of it. */
    private static final long NANOS_A_SAMPLE = 30000;

    /** What a thread may save up. */
    private static final long MOST_CREDIT = 100 * NANOS_A_SAMPLE;

    private static final long LARGEST_DISTANCE = 1024;

    /** The distance grows by one in so many calls at most: of the first calls more are measured than their time pays for. */
    private static final long CALLS_A_STEP = 16;

    /** What {@link #scarcity} is counted in. */
    private static final long ONE = 16;

    /** What all that is measured may take, and how much of that is left. */
    private static volatile long bytes = 100000000;

    private static final AtomicLong BYTES_LEFT = new AtomicLong(bytes);

    /** False when durations are not kept ({@code histogram=off}). Set once, before the first probe. */
    static boolean on = true;

    /** Moves on when the recording begins: what was measured before does not count. */
    static volatile int epoch;

    /** How much longer a call seems because the clock is read at its ends, in nanoseconds. */
    static volatile long readNanos;

    private static volatile boolean exhausted;

    private long random;

    /** Nanoseconds that passed and were not spent on measurements, and when they were counted. */
    private long credit;

    private long paidAt;

    /** By how much distances are longer than wanted, because deep trees have to share what time pays for. */
    private long scarcity = ONE;

    Sampling(long seed) {
        random = seed | 1;
    }

    public static void switchOff() {
        on = false;
    }

    /** Bounds the memory of all that is measured. */
    public static void limitBytes(long limit) {
        bytes = limit;
        BYTES_LEFT.set(limit);
    }

    /** Of so many nodes at most single calls were measured. */
    public static int nodes() {
        return (int) Math.max(0, (bytes - BYTES_LEFT.get()) / (Durations.BYTES + Histogram.BYTES));
    }

    /** Forgets what was measured so far. */
    public static void restart() {
        epoch = epoch + 1;
    }

    public static void setReadNanos(long nanos) {
        readNanos = nanos;
    }

    /** True once calls were not measured for want of memory. */
    public static boolean isExhausted() {
        return exhausted;
    }

    /**
     * The number of the next call to be measured of a node.
     *
     * @param call the number of the one that begins now
     * @param typical how long its calls take, in nanoseconds
     */
    long next(long call, long typical, long now) {
        credit = Math.min(MOST_CREDIT, credit + (now - paidAt)) - NANOS_A_SAMPLE;
        paidAt = now;
        long step = scarcity / 8 + 1;
        scarcity = credit < 0 ? Math.min(ONE * LARGEST_DISTANCE, scarcity + step) : Math.max(ONE, scarcity - step);
        long wanted = Math.min(call / CALLS_A_STEP, NANOS_A_SAMPLE / (typical + 1)) + 1;
        return call + spread(Math.min(LARGEST_DISTANCE, wanted * scarcity / ONE));
    }

    /** A number from half of the mean to one and a half of it. */
    private long spread(long mean) {
        long half = mean / 2;
        long bits = random;
        bits ^= bits << 13;
        bits ^= bits >>> 7;
        bits ^= bits << 17;
        random = bits;
        return mean - half + (bits >>> 1) % (2 * half + 1);
    }

    static Durations newDurations() {
        if (!on) {
            return null;
        }
        try {
            return take(Durations.BYTES) ? new Durations() : null;
        } catch (OutOfMemoryError none) {
            Shortage.begins();
            return null;
        }
    }

    static Histogram newHistogram() {
        try {
            return take(Histogram.BYTES) ? new Histogram() : null;
        } catch (OutOfMemoryError none) {
            Shortage.begins();
            return null;
        }
    }

    static long[] longer(long[] full) {
        try {
            return take(8 * full.length) ? Arrays.copyOf(full, 2 * full.length) : null;
        } catch (OutOfMemoryError none) {
            Shortage.begins();
            return null;
        }
    }

    static void giveBack(int bytes) {
        BYTES_LEFT.addAndGet(bytes);
    }

    private static boolean take(int bytes) {
        if (Shortage.isOn()) {
            return false;
        }
        if (BYTES_LEFT.addAndGet(-bytes) >= 0) {
            return true;
        }
        BYTES_LEFT.addAndGet(bytes);
        exhausted = true;
        return false;
    }
}
