package dev.jprof.report.html;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Children;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The call tree as the page has it: one node for all threads, below it the threads, and so on depth first, each node's dearest
 * child first. Everything below a node is then one stretch of the arrays.
 */
final class PageTree {
    private static final int ALL_THREADS = -1;

    private final CallTree tree;
    private final int[] source;
    private final int[] depth;
    private final int[] label;

    private PageTree(CallTree tree) {
        this.tree = tree;
        this.source = new int[tree.size() + 1];
        this.depth = new int[tree.size() + 1];
        this.label = new int[tree.size() + 1];
    }

    static PageTree of(Profile profile) {
        PageTree page = new PageTree(profile.tree());
        page.arrange(profile.threads());
        return page;
    }

    private void arrange(List<ThreadRow> threads) {
        int[] threadOf = new int[tree.size()];
        List<Integer> roots = new ArrayList<>();
        for (int thread = 0; thread < threads.size(); thread++) {
            threadOf[threads.get(thread).root()] = thread;
            roots.add(threads.get(thread).root());
        }
        Children children = Children.of(tree);
        int[] waiting = new int[tree.size() + 1];
        int[] depthOf = new int[tree.size()];
        int top = push(roots, 1, waiting, 0, depthOf);
        source[0] = ALL_THREADS;
        for (int at = 1; top > 0; at++) {
            int node = waiting[--top];
            source[at] = node;
            depth[at] = depthOf[node];
            label[at] = tree.isRoot(node) ? threadOf[node] : tree.method(node);
            List<Integer> below = new ArrayList<>();
            for (int child = children.first(node); child != Children.NONE; child = children.next(child)) {
                below.add(child);
            }
            top = push(below, depth[at] + 1, waiting, top, depthOf);
        }
    }

    /** The dearest comes last, to be taken first. */
    private int push(List<Integer> nodes, int level, int[] waiting, int top, int[] depthOf) {
        if (nodes.size() > 1) {
            nodes.sort(Comparator.comparingLong(this::totalOf).thenComparing(Comparator.reverseOrder()));
        }
        int next = top;
        for (int node : nodes) {
            waiting[next++] = node;
            depthOf[node] = level;
        }
        return next;
    }

    /** A root's own time passed outside instrumented methods and is in no method's row. */
    private long totalOf(int node) {
        return tree.isRoot(node) ? tree.total(node) - tree.self(node) : tree.total(node);
    }

    int size() {
        return source.length;
    }

    /** How many levels the walk goes up before each node: 0 for a first child, 1 for a sibling. */
    int[] ascents() {
        int[] ascents = new int[size()];
        for (int node = 1; node < ascents.length; node++) {
            ascents[node] = depth[node - 1] + 1 - depth[node];
        }
        return ascents;
    }

    /** The method of each node, the number of the thread for its root. */
    int[] labels() {
        return label;
    }

    /** A column of the profile's nodes, roots without what passed outside instrumented methods. */
    long[] own(Metric metric) {
        long[] column = tree.column(metric);
        long[] own = new long[size()];
        for (int node = 1; node < own.length; node++) {
            own[node] = tree.isRoot(source[node]) ? 0 : column[source[node]];
        }
        return own;
    }

    /** What lies below each node in such a column. */
    long[] below(long[] own) {
        long[] below = new long[size()];
        int[] parent = parents();
        for (int node = below.length - 1; node > 0; node--) {
            below[parent[node]] += own[node] + below[node];
        }
        return below;
    }

    private int[] parents() {
        int[] parent = new int[size()];
        int[] last = new int[Arrays.stream(depth).max().orElse(0) + 1];
        for (int node = 1; node < parent.length; node++) {
            parent[node] = last[depth[node] - 1];
            last[depth[node]] = node;
        }
        return parent;
    }
}
