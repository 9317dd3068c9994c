package dev.jprof.agent.output;

import java.util.Arrays;

/** The nodes of all threads as parallel arrays, parents before children. Grows. */
final class NodeTable {
    static final int ROOT = -1;
    static final int OVERFLOW = -2;

    int size;
    int[] parent;

    /** A method id, {@link #ROOT} or {@link #OVERFLOW}. */
    int[] method;

    long[] calls;
    long[] self;
    long[] errors;
    long[] open;
    long[] waiting;

    /** Square microseconds: see {@code Node.spread}. */
    long[] spread;

    /** Calls timed by exact reads. */
    long[] exact;

    /** Bytes that the node allocated itself, under {@code alloc=on}. */
    long[] allocated;

    /** @param expected how many nodes there will probably be: growing a million takes as much memory again */
    NodeTable(int expected) {
        parent = new int[expected];
        method = new int[expected];
        calls = new long[expected];
        self = new long[expected];
        errors = new long[expected];
        open = new long[expected];
        waiting = new long[expected];
        spread = new long[expected];
        exact = new long[expected];
        allocated = new long[expected];
    }

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
            allocated = Arrays.copyOf(allocated, longer);
        }
        parent[size] = parentIndex;
        method[size] = methodId;
        return size++;
    }

    /**
     * Shares out what a baseline takes off some nodes of a row, the last of the table, and others were charged with: time that
     * no tick had decided on when the recording began. The sum stays what it is, the time of the thread.
     */
    void settle(int root) {
        double charged = 0;
        double owed = 0;
        for (int node = root; node < size; node++) {
            charged += Math.max(0, self[node]);
            owed += Math.max(0, -self[node]);
        }
        for (int node = root; owed > 0 && node < size; node++) {
            self[node] = Math.max(0, Math.round(self[node] * (1 - owed / charged)));
        }
    }

    /** Whether anything was recorded below the root of the last row. */
    boolean isUsedBelow(int root) {
        for (int node = root + 1; node < size; node++) {
            if (calls[node] + self[node] + errors[node] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Cuts the last row off. */
    void cut(int root) {
        for (long[] column : new long[][] {calls, self, errors, open, waiting, spread, exact, allocated}) {
            Arrays.fill(column, root, size, 0);
        }
        size = root;
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
        errors[to] = Math.min(errors[from], calls[from]);
        open[to] = Math.min(open[from], calls[from]);
        waiting[to] = Math.min(waiting[from], self[from]);
        spread[to] = spread[from];
        exact[to] = Math.min(exact[from], calls[from]);
        allocated[to] = allocated[from];
    }
}
