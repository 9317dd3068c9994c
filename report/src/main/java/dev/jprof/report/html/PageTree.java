package dev.jprof.report.html;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Children;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.util.Arrays;
import java.util.List;

/**
 * The call tree as the page has it: one node for all threads, below it the threads, and so on depth first, each node's dearest
 * child first. Everything below a node is then one stretch of the arrays.
 */
final class PageTree {
    private static final int ALL_THREADS = -1;

    private final CallTree tree;
    private final int[] source;
    private final int[] parent;
    private final int[] depth;
    private final int[] label;

    private PageTree(CallTree tree) {
        int size = tree.size() + 1;
        this.tree = tree;
        this.source = new int[size];
        this.parent = new int[size];
        this.depth = new int[size];
        this.label = new int[size];
    }

    static PageTree of(Profile profile) {
        PageTree page = new PageTree(profile.tree());
        page.arrange(profile.threads());
        return page;
    }

    private void arrange(List<ThreadRow> threads) {
        Children children = Children.of(tree);
        int[] threadOf = new int[tree.size()];
        int[] waiting = new int[size()];
        int[] above = new int[size()];
        int top = 0;
        for (int thread = 0; thread < threads.size(); thread++) {
            threadOf[threads.get(thread).root()] = thread;
            waiting[top++] = threads.get(thread).root();
        }
        sort(waiting, 0, top);
        source[0] = ALL_THREADS;
        parent[0] = -1;
        for (int at = 1; top > 0; at++) {
            int node = waiting[--top];
            source[at] = node;
            parent[at] = above[top];
            depth[at] = depth[above[top]] + 1;
            label[at] = tree.isRoot(node) ? threadOf[node] : tree.method(node);
            int first = top;
            for (int child = children.first(node); child != Children.NONE; child = children.next(child)) {
                above[top] = at;
                waiting[top++] = child;
            }
            sort(waiting, first, top);
        }
    }

    /** The dearest comes last, to be taken first. */
    private void sort(int[] nodes, int from, int to) {
        if (to - from > 16) {
            Integer[] boxed = Arrays.stream(nodes, from, to).boxed().toArray(Integer[]::new);
            Arrays.sort(boxed, this::compare);
            for (int i = 0; i < boxed.length; i++) {
                nodes[from + i] = boxed[i];
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int node = nodes[i];
            int at = i;
            for (; at > from && compare(nodes[at - 1], node) > 0; at--) {
                nodes[at] = nodes[at - 1];
            }
            nodes[at] = node;
        }
    }

    private int compare(int a, int b) {
        int order = Long.compare(totalOf(a), totalOf(b));
        return order != 0 ? order : Integer.compare(b, a);
    }

    /** A root's own time passed outside instrumented methods and is in no method's row. */
    private long totalOf(int node) {
        return tree.isRoot(node) ? tree.total(node) - tree.self(node) : tree.total(node);
    }

    int size() {
        return source.length;
    }

    /** The profile's node of each node; -1 for the first. */
    int[] sources() {
        return source;
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

    boolean isCall(int node) {
        return depth[node] > 1;
    }

    int parent(int node) {
        return parent[node];
    }

    boolean isFirstChild(int node) {
        return node > 0 && parent[node] == node - 1;
    }

    /** Where the stretch of a node and all below it ends. */
    int[] ends() {
        int[] end = new int[size()];
        for (int node = end.length - 1; node >= 0; node--) {
            end[node] = Math.max(end[node], node + 1);
            if (node > 0) {
                end[parent[node]] = Math.max(end[parent[node]], end[node]);
            }
        }
        return end;
    }

    /** A column of the profile's nodes, roots without what passed outside instrumented methods. */
    long[] own(Metric metric) {
        long[] column = tree.column(metric);
        long[] own = new long[size()];
        for (int node = 2; node < own.length; node++) {
            own[node] = isCall(node) ? column[source[node]] : 0;
        }
        return own;
    }

    /** Such a column summed up over each node and all below it. */
    long[] totals(Metric metric) {
        long[] total = own(metric);
        for (int node = total.length - 1; node > 0; node--) {
            total[parent[node]] += total[node];
        }
        return total;
    }
}
