package dev.jprof.agent.output;

import dev.jprof.agent.rt.Node;
import dev.jprof.agent.rt.Probe;
import dev.jprof.agent.rt.Recorders;

/**
 * What the probes cost here and now: the best of some short rounds in the calling thread, until rounds no longer get faster, or
 * for about a tenth of the time that was recorded, a tenth of a second at most.
 */
final class Calibration {
    private static final int ROUND = 2000;
    private static final int ROUNDS_WITHOUT_GAIN = 100;
    private static final long LEAST_RECORDED_NANOS = 300000000;
    private static final long MOST_NANOS = 50000000;

    /** Any ids do: the recorder is discarded. */
    private static final int TIMED = 0;

    private static final int LEAF = 1;

    /** Nanoseconds for one entry and exit. */
    final double timed;

    /** Nanoseconds for one counted leaf. */
    final double leaf;

    private Calibration(double timed, double leaf) {
        this.timed = timed;
        this.leaf = leaf;
    }

    /** Whether there was time enough to have the loops of the measurement compiled: otherwise it would be of the interpreter. */
    static boolean isWorthwhile(long recordedNanos) {
        return recordedNanos >= LEAST_RECORDED_NANOS;
    }

    static Calibration measure(long recordedNanos) {
        long budget = Math.min(MOST_NANOS, recordedNanos / 20);
        try {
            return new Calibration(bestRound(false, budget), bestRound(true, budget));
        } finally {
            Recorders.discardCurrent();
        }
    }

    private static double bestRound(boolean leaf, long budget) {
        long end = System.nanoTime() + budget;
        long best = Long.MAX_VALUE;
        int idle = 0;
        while (idle < ROUNDS_WITHOUT_GAIN && (System.nanoTime() < end || best == Long.MAX_VALUE)) {
            long start = System.nanoTime();
            if (leaf) {
                countLeaves();
            } else {
                timeCalls();
            }
            long round = System.nanoTime() - start;
            idle = round < best * 0.97 ? 0 : idle + 1;
            best = Math.min(best, round);
        }
        return (double) best / ROUND;
    }

    private static void timeCalls() {
        for (int i = 0; i < ROUND; i++) {
            Node parent = Probe.enter(TIMED);
            Probe.exit(parent);
        }
    }

    private static void countLeaves() {
        for (int i = 0; i < ROUND; i++) {
            Probe.leaf(LEAF);
        }
    }
}
