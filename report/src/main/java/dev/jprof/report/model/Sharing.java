package dev.jprof.report.model;

/**
 * Where calls begin and end that a time may be wrong by, and where ticks are shared: a call that is timed by the coarse clock has an uncertain begin and end, and so has any call around
 * or beside it, because exact reads are made only where nobody else was current since the last reading.
 */
final class Sharing {
    private final CallTree tree;
    private final long[] exact;

    /** Whether a node has coarse calls somewhere below it. */
    private final boolean[] below;

    private final boolean[] coarse;
    private final long[] callsOfKids;
    private final long[] exactCallsOfKids;
    private final int[] exactKids;

    Sharing(Profile profile) {
        tree = profile.tree();
        exact = tree.column(Metric.EXACT);
        below = new boolean[tree.size()];
        coarse = new boolean[tree.size()];
        callsOfKids = new long[tree.size()];
        exactCallsOfKids = new long[tree.size()];
        exactKids = new int[tree.size()];
        for (int node = tree.size() - 1; node >= 0; node--) {
            int parent = tree.parent(node);
            if (parent >= 0 && profile.methods().get(tree.method(node)).timed()) {
                coarse[node] = tree.calls(node) > exact[node];
                below[parent] |= coarse[node] || below[node];
                callsOfKids[parent] += tree.calls(node);
                exactCallsOfKids[parent] += exact[node];
                exactKids[parent] += exact[node] > 0 ? 1 : 0;
            }
        }
    }

    /** How many begins and ends of calls a node's self time may be wrong at, in pairs. */
    double edgesOfSelf(int node) {
        double own = edgesOfTotal(node);
        return below[node] ? own + callsOfKids[node] : own;
    }

    /** How many of its total time. */
    double edgesOfTotal(int node) {
        boolean shared = coarse[node] || below[node];
        return shared ? tree.calls(node) : 0;
    }

    long exactCalls(int node) {
        return exact[node];
    }

    long exactCallsOfKids(int node) {
        return exactCallsOfKids[node];
    }

    /** How many of a node's children have exact calls. */
    int exactKids(int node) {
        return exactKids[node];
    }
}
