package dev.jprof.report.model;

/** Sums of what makes one time of one method or node uncertain. Squares are in square microseconds, the rest in nanoseconds. */
final class BarParts {
    private double variance;
    private double cost;
    private double split;

    /** Of the current thread. */
    private double spread;

    /** Due to gaps of the clock, and to waits for the processor. */
    private double gaps;

    private double edges;

    /** Begins and ends of calls, in pairs, and what comes by them. */
    void addCalls(double moreGaps, double moreEdges) {
        gaps += moreGaps;
        edges += moreEdges;
    }

    void addTime(double moreSpread, double moreCost, double moreSplit) {
        spread += moreSpread;
        cost += moreCost;
        split += moreSplit;
    }

    /** Ends a thread: what its ticks leave uncertain is independent of other threads. */
    void endThread(double whole, double tickSquare) {
        variance += varianceOf(spread, edges, whole, tickSquare) + gaps;
        spread = 0;
        gaps = 0;
        edges = 0;
    }

    double bar() {
        return bar(variance, cost, split);
    }

    /** What ticks leave uncertain of a part of a thread's time, of which {@code whole} is the spread. */
    static double varianceOf(double spread, double edges, double whole, double tickSquare) {
        double chance = whole <= 0 ? 0 : spread * Math.max(0, 1 - spread / whole);
        double unseen = edges > 0 ? tickSquare : 0;
        return Math.min(chance + unseen, edges * tickSquare / 4);
    }

    /** Two standard errors, in nanoseconds. */
    static double bar(double variance, double cost, double split) {
        return Math.sqrt(4 * variance * ClockErrors.SQUARE_NANOS + cost * cost + split * split);
    }
}
