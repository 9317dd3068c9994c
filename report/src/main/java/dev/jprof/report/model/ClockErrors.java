package dev.jprof.report.model;

import java.util.Map;

/**
 * What readings of the clock leave uncertain, in square microseconds.
 *
 * @param tickSquare the mean square of a tick
 * @param waitSquare what one call that is read exactly adds to the variance of both sides: the processor may be lost while it
 *     begins or ends
 * @param firstWaitSquare the same for the first of a path, which is interpreted
 */
record ClockErrors(double tickSquare, double waitSquare, double firstWaitSquare) {
    static final double SQUARE_NANOS = 1e6;

    /** The mean square of a tick over the square of its mean, as the ticker's chance makes it. */
    private static final double JITTER = 13.0 / 12;

    /** More than any tick but a gap, in microseconds: what a node's spread has above so much a charge is due to gaps. */
    private static final double LONGEST_TICK = 2500;

    static ClockErrors of(Meta meta) {
        double mean = ofTicker(meta, "meanNs", 1000000) / 1000;
        double waitNanos = ofTicker(meta, "waitNs", 0);
        return new ClockErrors(
                mean * mean * JITTER,
                meta.number("exactProbeNs", ProbeCosts.EXACT_GUESS) * waitNanos / SQUARE_NANOS,
                ProbeCosts.FIRST_CALL * waitNanos / SQUARE_NANOS);
    }

    private static double ofTicker(Meta meta, String key, double unknown) {
        return meta.values().get("ticker") instanceof Map<?, ?> ticker
                        && ticker.get(key) instanceof Number number
                        && number.doubleValue() > 0
                ? number.doubleValue()
                : unknown;
    }

    /** The variance of waits for the processor in exact calls of a path. */
    double waits(long exactCalls) {
        return exactCalls * waitSquare + (exactCalls > 0 ? firstWaitSquare : 0);
    }

    /**
     * The variance due to gaps of the clock.
     *
     * @param charged nanoseconds that were measured, probes included
     */
    static double gaps(double spread, long charged) {
        return Math.max(0, spread - charged / 1000.0 * LONGEST_TICK);
    }
}
