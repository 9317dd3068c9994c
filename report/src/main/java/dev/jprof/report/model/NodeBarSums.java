package dev.jprof.report.model;

/** The error bars of an instrumented profile's nodes. */
final class NodeBarSums implements NodeErrors {
    private final BarColumns columns;
    private final long[] spreadBelow;
    private final long[] costErrorBelow;
    private final long[] splitErrorBelow;

    /** Of the timed children of a node: their calls, their exact ones, and how many children have such. */
    private final long[] callsOfKids;

    private final long[] exactCallsOfKids;
    private final int[] exactKids;

    NodeBarSums(Profile profile) {
        columns = new BarColumns(profile);
        CallTree tree = columns.tree;
        spreadBelow = tree.total(Metric.SPREAD);
        costErrorBelow = tree.total(Correction.COST_ERROR);
        splitErrorBelow = tree.total(Correction.SPLIT_ERROR);
        callsOfKids = new long[tree.size()];
        exactCallsOfKids = new long[tree.size()];
        exactKids = new int[tree.size()];
        for (int node = 0; node < tree.size(); node++) {
            int parent = tree.parent(node);
            if (parent >= 0 && columns.isTimed(node)) {
                callsOfKids[parent] += tree.calls(node);
                exactCallsOfKids[parent] += columns.exact[node];
                exactKids[parent] += columns.exact[node] > 0 ? 1 : 0;
            }
        }
    }

    @Override
    public boolean known() {
        return columns.tree.columns().containsKey(Metric.SPREAD);
    }

    @Override
    public double selfOf(int node, int root) {
        CoarseCalls coarse = columns.coarse;
        ClockErrors clock = columns.clock;
        double edges = coarse.edgesOf(node) + (coarse.areBelow(node) ? callsOfKids[node] : 0);
        double waits = exactCallsOfKids[node] * clock.waitSquare() + exactKids[node] * clock.firstWaitSquare();
        double variance = varianceOf(columns.spread[node], edges, root) + columns.gaps(node) + waits;
        return BarParts.bar(variance, columns.costError[node], columns.splitError[node]);
    }

    @Override
    public double totalOf(int node, int root) {
        double variance = varianceOf(spreadBelow[node], columns.coarse.edgesOf(node), root) + columns.gaps(node);
        return BarParts.bar(variance, costErrorBelow[node], splitErrorBelow[node]);
    }

    private double varianceOf(long spread, double edges, int root) {
        double whole = columns.wholeSpread(root, spreadBelow[root]);
        return BarParts.varianceOf(spread, edges, whole, columns.clock.tickSquare());
    }
}
