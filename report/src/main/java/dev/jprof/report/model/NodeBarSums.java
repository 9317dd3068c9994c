package dev.jprof.report.model;

/** The error bars of an instrumented profile's nodes. */
final class NodeBarSums implements NodeErrors {
    private final CallTree tree;
    private final ClockErrors clock;
    private final CoarseCalls coarse;
    private final long[] exact;
    private final long[] spread;
    private final long[] spreadBelow;
    private final long[] costError;
    private final long[] costErrorBelow;
    private final long[] splitError;
    private final long[] splitErrorBelow;
    private final long[] threadSpread;
    private final long[] probes;

    /** Of the timed children of a node: their calls, their exact ones, and how many children have such. */
    private final long[] callsOfKids;

    private final long[] exactCallsOfKids;
    private final int[] exactKids;

    NodeBarSums(Profile profile) {
        tree = profile.tree();
        clock = ClockErrors.of(profile.meta());
        exact = tree.column(Metric.EXACT);
        coarse = new CoarseCalls(profile, exact);
        spread = tree.column(Metric.SPREAD);
        spreadBelow = tree.total(Metric.SPREAD);
        costError = tree.column(Correction.COST_ERROR);
        costErrorBelow = tree.total(Correction.COST_ERROR);
        splitError = tree.column(Correction.SPLIT_ERROR);
        splitErrorBelow = tree.total(Correction.SPLIT_ERROR);
        threadSpread = tree.column(Correction.THREAD_SPREAD);
        probes = tree.column(Correction.PROBES);
        callsOfKids = new long[tree.size()];
        exactCallsOfKids = new long[tree.size()];
        exactKids = new int[tree.size()];
        for (int node = 0; node < tree.size(); node++) {
            int parent = tree.parent(node);
            if (parent >= 0 && profile.methods().get(tree.method(node)).timed()) {
                callsOfKids[parent] += tree.calls(node);
                exactCallsOfKids[parent] += exact[node];
                exactKids[parent] += exact[node] > 0 ? 1 : 0;
            }
        }
    }

    @Override
    public double selfOf(int node, int root) {
        double edges = coarse.edgesOf(node) + (coarse.areBelow(node) ? callsOfKids[node] : 0);
        double waits = exactCallsOfKids[node] * clock.waitSquare() + exactKids[node] * clock.firstWaitSquare();
        double variance = BarParts.varianceOf(spread[node], edges, wholeSpread(root), clock.tickSquare());
        return BarParts.bar(variance + gaps(node) + waits, costError[node], splitError[node]);
    }

    @Override
    public double totalOf(int node, int root) {
        double edges = coarse.edgesOf(node);
        double variance = BarParts.varianceOf(spreadBelow[node], edges, wholeSpread(root), clock.tickSquare());
        return BarParts.bar(variance + gaps(node), costErrorBelow[node], splitErrorBelow[node]);
    }

    private double wholeSpread(int root) {
        return threadSpread[root] > 0 ? threadSpread[root] : spreadBelow[root];
    }

    private double gaps(int node) {
        return ClockErrors.gaps(spread[node], tree.self(node) + probes[node]) + clock.waits(exact[node]);
    }
}
