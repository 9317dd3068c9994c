package dev.jprof.report.compare;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Children;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.util.Arrays;

/** Gathers a run's edges, in a depth-first walk over its tree, and its paths. The two may be asked for by two threads. */
final class TreeFold {
    private static final int INACTIVE = -1;

    private final CallTree tree;
    private final int[] numbers;
    private final Numbering numbering;
    private final EdgeTimes edges = new EdgeTimes();
    private final Profile profile;

    /** Depth of the innermost call of each method that the walk is inside, and of the one around the call at each depth. */
    private final int[] innermost;

    private int[] around = new int[64];
    private int[] stack = new int[64];

    TreeFold(Profile profile, int[] numbers, Numbering numbering) {
        this.profile = profile;
        this.tree = profile.tree();
        this.numbers = numbers;
        this.numbering = numbering;
        this.innermost = new int[numbering.methodCount()];
        Arrays.fill(innermost, INACTIVE);
    }

    /** Asked for once. */
    EdgeTimes edges() {
        Children children = Children.of(tree);
        for (ThreadRow thread : profile.threads()) {
            walk(thread.root(), children);
        }
        edges.end(numbering.edgeCount());
        return edges;
    }

    /** Asked for once. */
    RunSums.Sums paths() {
        numbering.expectPaths(tree.size());
        int[] pathOf = new int[tree.size()];
        int path = Numbering.ROOT;
        for (int node = 0; node < pathOf.length; node++) {
            path = tree.isRoot(node)
                    ? Numbering.ROOT
                    : numbering.path(pathOf[tree.parent(node)], numbers[tree.method(node)], path);
            pathOf[node] = path;
        }
        RunSums.Sums sums = new RunSums.Sums(numbering.pathCount(), false);
        for (int node = 0; node < pathOf.length; node++) {
            if (!tree.isRoot(node)) {
                sums.present[pathOf[node]] = true;
                sums.calls[pathOf[node]] += tree.calls(node);
                sums.self[pathOf[node]] += tree.self(node);
            }
        }
        return sums;
    }

    private void walk(int root, Children children) {
        int depth = 0;
        int node = children.first(root);
        while (node != Children.NONE) {
            enter(node, depth);
            int next = children.first(node);
            if (next != Children.NONE) {
                depth++;
            }
            while (next == Children.NONE && node != root) {
                leave(node, depth);
                next = children.next(node);
                node = next == Children.NONE ? tree.parent(node) : node;
                depth -= next == Children.NONE ? 1 : 0;
            }
            node = next;
        }
    }

    private void enter(int node, int depth) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
            around = Arrays.copyOf(around, depth * 2);
        }
        int method = numbers[tree.method(node)];
        stack[depth] = method;
        around[depth] = innermost[method];
        long total = tree.total(node);
        if (depth > 0 && stack[depth - 1] != method) {
            edges.add(numbering.edge(stack[depth - 1], method), tree.calls(node), total);
        }
        if (innermost[method] != INACTIVE && innermost[method] != depth - 1) {
            edges.add(numbering.edge(method, stack[innermost[method] + 1]), 0, -total);
        }
        innermost[method] = depth;
    }

    private void leave(int node, int depth) {
        innermost[numbers[tree.method(node)]] = around[depth];
    }
}
