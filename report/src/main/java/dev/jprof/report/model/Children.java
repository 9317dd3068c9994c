package dev.jprof.report.model;

import java.util.Arrays;

/** The call tree read downwards: the children of each node in the order of their indices. Walk it in loops. */
public final class Children {
    /** No such node. */
    public static final int NONE = -1;

    private final int[] first;
    private final int[] next;

    private Children(int[] first, int[] next) {
        this.first = first;
        this.next = next;
    }

    public static Children of(CallTree tree) {
        int[] first = new int[tree.size()];
        int[] next = new int[tree.size()];
        Arrays.fill(first, NONE);
        Arrays.fill(next, NONE);
        for (int node = tree.size() - 1; node >= 0; node--) {
            int parent = tree.parent(node);
            if (parent >= 0) {
                next[node] = first[parent];
                first[parent] = node;
            }
        }
        return new Children(first, next);
    }

    /** The first child of a node, or {@link #NONE}. */
    public int first(int node) {
        return first[node];
    }

    /** The next child of the same parent, or {@link #NONE}. */
    public int next(int node) {
        return next[node];
    }
}
