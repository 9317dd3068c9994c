package dev.jprof.report.model;

import java.util.Map;

/** The allocated bytes of methods under construction, fed node by node in the order of a walk: times' rules, another column. */
final class AllocationSums {
    private final boolean known;
    private final CallTree bytes;
    private final long[] spread;
    private final Sums sums;
    private final double[] variance;

    AllocationSums(Profile profile) {
        CallTree tree = profile.tree();
        int methods = profile.methods().size();
        known = tree.columns().containsKey(Metric.ALLOC);
        bytes = known ? tree.with(Map.of(Metric.SELF, tree.column(Metric.ALLOC))) : tree;
        spread = known ? tree.column(Metric.ALLOC_SPREAD) : new long[0];
        sums = new Sums(known ? methods : 0);
        variance = new double[known ? methods : 0];
    }

    void enter(int method, int node) {
        if (known) {
            sums.enter(method, bytes, node);
            variance[method] += spread[node];
        }
    }

    void leave(int method) {
        if (known) {
            sums.leave(method);
        }
    }

    AllocatedBytes of(int method) {
        if (!known) {
            return AllocatedBytes.UNKNOWN;
        }
        Costs costs = sums.costs(method);
        return new AllocatedBytes(costs.self(), costs.total(), AllocatedBytes.barOf(variance[method]));
    }
}
