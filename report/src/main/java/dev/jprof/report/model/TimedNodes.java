package dev.jprof.report.model;

import java.util.List;

/** Which nodes are of methods whose calls are timed. A walk asks at each node, for which methods themselves lie too far apart. */
final class TimedNodes {
    private final CallTree tree;
    private final boolean[] timed;

    TimedNodes(Profile profile) {
        List<Method> methods = profile.methods();
        tree = profile.tree();
        timed = new boolean[methods.size()];
        for (int method = 0; method < timed.length; method++) {
            timed[method] = methods.get(method).timed();
        }
    }

    /** {@code node} is no root. */
    boolean has(int node) {
        return timed[tree.method(node)];
    }
}
