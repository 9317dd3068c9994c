package dev.jprof.report.model;

/**
 * Which nodes have calls that are timed by the coarse clock: those have an uncertain begin and end, and so has any call around
 * or beside them, because exact reads are made only where nobody else was current since the last reading.
 */
final class CoarseCalls {
    private final CallTree tree;
    private final boolean[] coarse;
    private final boolean[] below;

    CoarseCalls(Profile profile, long[] exact) {
        tree = profile.tree();
        coarse = new boolean[tree.size()];
        below = new boolean[tree.size()];
        TimedNodes timed = new TimedNodes(profile);
        for (int node = tree.size() - 1; node >= 0; node--) {
            int parent = tree.parent(node);
            if (parent >= 0 && timed.has(node)) {
                coarse[node] = tree.calls(node) > exact[node];
                below[parent] |= coarse[node] || below[node];
            }
        }
    }

    /** Whether there are some somewhere below a node. */
    boolean areBelow(int node) {
        return below[node];
    }

    /** How many begins and ends of a node's calls its total time may be wrong at, in pairs. */
    double edgesOf(int node) {
        return coarse[node] || below[node] ? tree.calls(node) : 0;
    }
}
