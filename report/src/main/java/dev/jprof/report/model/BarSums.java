package dev.jprof.report.model;

import java.util.Arrays;
import java.util.Map;

/** The error bars of an instrumented profile. */
final class BarSums implements ErrorSums {
    private static final double SQUARE_NANOS = 1e6;

    /** The mean square of a tick over the square of its mean, as the ticker's chance makes it. */
    private static final double JITTER = 13.0 / 12;

    /** More than any tick but a gap, in microseconds: what a node's spread has above so much a charge is due to gaps. */
    private static final double LONGEST_TICK = 2500;

    private final CallTree tree;
    private final boolean known;
    private final double tickSquare;

    /** What one call that is read exactly adds to the variance of both sides: the processor may be lost while it begins or ends. */
    private final double waitSquare;

    /** The same for the first of a path, which is interpreted. */
    private final double firstWaitSquare;

    private final Sharing sharing;
    private final long[] spread;
    private final long[] spreadBelow;
    private final long[] costError;
    private final long[] costErrorBelow;
    private final long[] splitError;
    private final long[] splitErrorBelow;
    private final long[] threadSpread;
    private final long[] probes;
    private final ErrorParts[] self;
    private final ErrorParts[] total;

    BarSums(Profile profile) {
        tree = profile.tree();
        known = tree.columns().containsKey(Metric.SPREAD);
        tickSquare = tickSquare(profile.meta());
        double waitNanos = ofTicker(profile.meta(), "waitNs", 0);
        waitSquare = profile.meta().number("exactProbeNs", ProbeCosts.EXACT_GUESS) * waitNanos / SQUARE_NANOS;
        firstWaitSquare = ProbeCosts.FIRST_CALL * waitNanos / SQUARE_NANOS;
        sharing = new Sharing(profile);
        spread = tree.column(Metric.SPREAD);
        spreadBelow = tree.total(Metric.SPREAD);
        costError = tree.column(Correction.COST_ERROR);
        costErrorBelow = tree.total(Correction.COST_ERROR);
        splitError = tree.column(Correction.SPLIT_ERROR);
        splitErrorBelow = tree.total(Correction.SPLIT_ERROR);
        threadSpread = tree.column(Correction.THREAD_SPREAD);
        probes = tree.column(Correction.PROBES);
        self = errors(profile.methods().size());
        total = errors(profile.methods().size());
    }

    /** Sums of one time of one method. Squares are in square microseconds, the rest in nanoseconds. */
    private static final class ErrorParts {
        double variance;
        double cost;
        double split;

        /** Of the current thread. */
        double spread;

        /** Due to gaps of the clock, and to waits for the processor. */
        double gaps;

        double edges;

        void add(double nodeSpread, double nodeGaps, double nodeEdges, double nodeCost, double nodeSplit) {
            spread += nodeSpread;
            gaps += nodeGaps;
            edges += nodeEdges;
            cost += nodeCost;
            split += nodeSplit;
        }

        /** Ends a thread: what its ticks leave uncertain is independent of other threads. */
        void endThread(double whole, double tickSquare) {
            double chance = whole <= 0 ? 0 : spread * Math.max(0, 1 - spread / whole);
            double unseen = edges > 0 ? tickSquare : 0;
            variance += Math.min(chance + unseen, edges * tickSquare / 4) + gaps;
            spread = 0;
            gaps = 0;
            edges = 0;
        }

        double bar() {
            return Math.sqrt(4 * variance * SQUARE_NANOS + cost * cost + split * split);
        }
    }

    @Override
    public void enter(int method, int node, boolean outermost) {
        double gaps = gaps(node);
        self[method].add(
                spread[node], gaps + waitsOfSelf(node), sharing.edgesOfSelf(node), costError[node], splitError[node]);
        if (outermost) {
            total[method].add(
                    spreadBelow[node],
                    gaps + waitsOfTotal(node),
                    sharing.edgesOfTotal(node),
                    costErrorBelow[node],
                    splitErrorBelow[node]);
        }
    }

    @Override
    public void endThread(int root) {
        double whole = wholeSpread(root);
        for (int method = 0; method < self.length; method++) {
            self[method].endThread(whole, tickSquare);
            total[method].endThread(whole, tickSquare);
        }
    }

    @Override
    public Bars of(int method) {
        return known ? new Bars(self[method].bar(), total[method].bar()) : Bars.UNKNOWN;
    }

    @Override
    public double selfOf(int node, int root) {
        double gaps = gaps(node) + waitsOfSelf(node);
        return barOf(root, spread[node], gaps, sharing.edgesOfSelf(node), costError[node], splitError[node]);
    }

    @Override
    public double totalOf(int node, int root) {
        double edges = sharing.edgesOfTotal(node);
        double gaps = gaps(node) + waitsOfTotal(node);
        return barOf(root, spreadBelow[node], gaps, edges, costErrorBelow[node], splitErrorBelow[node]);
    }

    private double barOf(int root, double nodeSpread, double nodeGaps, double edges, double cost, double split) {
        ErrorParts parts = new ErrorParts();
        parts.add(nodeSpread, nodeGaps, edges, cost, split);
        parts.endThread(wholeSpread(root), tickSquare);
        return parts.bar();
    }

    private double wholeSpread(int root) {
        return threadSpread[root] > 0 ? threadSpread[root] : spreadBelow[root];
    }

    private double gaps(int node) {
        double charged = (tree.self(node) + probes[node]) / 1000.0;
        return Math.max(0, spread[node] - charged * LONGEST_TICK);
    }

    private double waitsOfSelf(int node) {
        return waitsOfTotal(node)
                + sharing.exactCallsOfKids(node) * waitSquare
                + sharing.exactKids(node) * firstWaitSquare;
    }

    private double waitsOfTotal(int node) {
        return sharing.exactCalls(node) * waitSquare + (sharing.exactCalls(node) > 0 ? firstWaitSquare : 0);
    }

    private static double tickSquare(Meta meta) {
        double mean = ofTicker(meta, "meanNs", 1000000) / 1000;
        return mean * mean * JITTER;
    }

    private static double ofTicker(Meta meta, String key, double unknown) {
        return meta.values().get("ticker") instanceof Map<?, ?> ticker
                        && ticker.get(key) instanceof Number number
                        && number.doubleValue() > 0
                ? number.doubleValue()
                : unknown;
    }

    private static ErrorParts[] errors(int count) {
        ErrorParts[] errors = new ErrorParts[count];
        Arrays.setAll(errors, i -> new ErrorParts());
        return errors;
    }
}
