package dev.jprof.agent.output;

import java.util.Arrays;

/** The nodes of all threads as parallel arrays, parents before children. Grows. */
final class NodeTable {
    static final int ROOT = -1;
    static final int OVERFLOW = -2;

    int size;
    int[] parent = new int[1024];

    /** A method id, {@link #ROOT} or {@link #OVERFLOW}. */
    int[] method = new int[1024];

    long[] calls = new long[1024];
    long[] self = new long[1024];
    long[] errors = new long[1024];
    long[] open = new long[1024];
    long[] waiting = new long[1024];

    /** Square microseconds: see {@code Node.spread}. */
    long[] spread = new long[1024];

    /** Calls timed by exact reads. */
    long[] exact = new long[1024];

    int add(int parentIndex, int methodId) {
        if (size == parent.length) {
            int longer = size * 2;
            parent = Arrays.copyOf(parent, longer);
            method = Arrays.copyOf(method, longer);
            calls = Arrays.copyOf(calls, longer);
            self = Arrays.copyOf(self, longer);
            errors = Arrays.copyOf(errors, longer);
            open = Arrays.copyOf(open, longer);
            waiting = Arrays.copyOf(waiting, longer);
            spread = Arrays.copyOf(spread, longer);
            exact = Arrays.copyOf(exact, longer);
        }
        parent[size] = parentIndex;
        method[size] = methodId;
        return size++;
    }

    /** Takes out nodes in and below which nothing was recorded; roots stay. Returns where each node went, -1 for out. */
    int[] prune() {
        boolean[] used = new boolean[size];
        for (int node = size - 1; node >= 0; node--) {
            used[node] |= parent[node] < 0 || calls[node] + self[node] + errors[node] > 0;
            if (used[node] && parent[node] >= 0) {
                used[parent[node]] = true;
            }
        }
        int[] moved = new int[size];
        int kept = 0;
        for (int node = 0; node < size; node++) {
            moved[node] = used[node] ? kept++ : -1;
            if (used[node]) {
                move(node, moved[node], parent[node] < 0 ? ROOT : moved[parent[node]]);
            }
        }
        size = kept;
        return moved;
    }

    private void move(int from, int to, int newParent) {
        parent[to] = newParent;
        method[to] = method[from];
        calls[to] = calls[from];
        self[to] = self[from];
        errors[to] = errors[from];
        open[to] = Math.min(open[from], calls[from]);
        waiting[to] = Math.min(waiting[from], self[from]);
        spread[to] = spread[from];
        exact[to] = Math.min(exact[from], calls[from]);
    }
}
