package dev.jprof.agent;

import dev.jprof.agent.rt.Probe;
import dev.jprof.agent.rt.Recorders;

/**
 * What the probes cost here and now: the best of many short rounds, which the ticker makes between two ticks, a hundredth of a
 * second apart. Spread over time like this they meet quiet moments of a busy machine, and the compiler has had its turn.
 */
final class Calibration {
    /** Calls a round: some 4 us of every 10 ms, once they are compiled. */
    private static final int CALLS = 500;

    /** About a second's worth: before, the loops below may still be interpreted. */
    private static final int LEAST_ROUNDS = 100;

    private static final int MOST_ROUNDS = 2000;

    /** Any ids do: what is recorded here is left out of profiles. */
    private static final int TIMED = 0;

    private static final int LEAF = 1;

    private int rounds;
    private long timed = Long.MAX_VALUE;
    private long leaf = Long.MAX_VALUE;

    /** Makes one round, as long as more could help. */
    synchronized void round() {
        if (rounds == MOST_ROUNDS) {
            return;
        }
        long start = System.nanoTime();
        timeCalls();
        long between = System.nanoTime();
        countLeaves();
        long end = System.nanoTime();
        if (rounds++ == 0) {
            Recorders.leaveOutCurrent();
        }
        timed = Math.min(timed, between - start);
        leaf = Math.min(leaf, end - between);
    }

    synchronized boolean isKnown() {
        return rounds >= LEAST_ROUNDS;
    }

    /** Nanoseconds for one entry and exit. */
    synchronized double timedNanos() {
        return (double) timed / CALLS;
    }

    /** Nanoseconds for one counted leaf. */
    synchronized double leafNanos() {
        return (double) leaf / CALLS;
    }

    private static void timeCalls() {
        for (int i = 0; i < CALLS; i++) {
            long parent = Probe.enter(TIMED);
            Probe.exit(parent);
        }
    }

    private static void countLeaves() {
        for (int i = 0; i < CALLS; i++) {
            Probe.leaf(LEAF);
        }
    }
}
