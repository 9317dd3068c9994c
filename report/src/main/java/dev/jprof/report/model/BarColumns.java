package dev.jprof.report.model;

/** What the error bars of an instrumented profile are made of, by node. */
final class BarColumns {
    final CallTree tree;
    final ClockErrors clock;
    final CoarseCalls coarse;
    final long[] exact;
    final long[] spread;
    final long[] costError;
    final long[] splitError;
    private final TimedNodes timed;
    private final long[] threadSpread;
    private final long[] probes;

    BarColumns(Profile profile) {
        timed = new TimedNodes(profile);
        tree = profile.tree();
        clock = ClockErrors.of(profile.meta());
        exact = tree.column(Metric.EXACT);
        coarse = new CoarseCalls(profile, exact);
        spread = tree.column(Metric.SPREAD);
        costError = tree.column(Correction.COST_ERROR);
        splitError = tree.column(Correction.SPLIT_ERROR);
        threadSpread = tree.column(Correction.THREAD_SPREAD);
        probes = tree.column(Correction.PROBES);
    }

    boolean isTimed(int node) {
        return timed.has(node);
    }

    /** The variance due to gaps of the clock in a node, and to waits for the processor at its exact calls. */
    double gaps(int node) {
        return ClockErrors.gaps(spread[node], tree.self(node) + probes[node]) + clock.waits(exact[node]);
    }

    /**
     * The spread of a whole thread.
     *
     * @param below that of all nodes of the thread that are there
     */
    double wholeSpread(int root, long below) {
        return threadSpread[root] > 0 ? threadSpread[root] : below;
    }
}
