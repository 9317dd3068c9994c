package dev.jprof.agent.output;

import dev.jprof.agent.rt.Node;
import java.util.Arrays;

/** The nodes of all threads as parallel arrays, parents before children. Grows. */
final class NodeTable {
    static final int ROOT = -1;
    static final int OVERFLOW = Node.OVERFLOW;

    int size;
    int[] parent;

    /** A method id, {@link #ROOT} or {@link #OVERFLOW}. */
    int[] method;

    long[] calls;
    long[] self;
    final NodeColumn errors;
    final NodeColumn open;
    final NodeColumn waiting;

    /** Square microseconds: see {@code Node.spread}. */
    final NodeColumn spread;

    /** Calls timed by exact reads. */
    final NodeColumn exact;

    /** The part of self in which classes were woven; 0 for roots, whose time no method has. */
    final NodeColumn weaving;

    /** Bytes that the node allocated itself, under {@code alloc=on}. */
    final NodeColumn allocated;

    /** @param expected how many nodes there will probably be: growing a million takes as much memory again */
    NodeTable(int expected) {
        parent = new int[expected];
        method = new int[expected];
        calls = new long[expected];
        self = new long[expected];
        errors = new NodeColumn(expected);
        open = new NodeColumn(expected);
        waiting = new NodeColumn(expected);
        spread = new NodeColumn(expected);
        exact = new NodeColumn(expected);
        weaving = new NodeColumn(expected);
        allocated = new NodeColumn(expected);
    }

    int add(int parentIndex, int methodId) {
        if (size == parent.length) {
            int longer = size * 2;
            parent = Arrays.copyOf(parent, longer);
            method = Arrays.copyOf(method, longer);
            calls = Arrays.copyOf(calls, longer);
            self = Arrays.copyOf(self, longer);
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
            if (calls[node] + self[node] + errors.of(node) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Cuts the last row off. */
    void cut(int root) {
        Arrays.fill(calls, root, size, 0);
        Arrays.fill(self, root, size, 0);
        for (NodeColumn column : new NodeColumn[] {errors, open, waiting, spread, exact, weaving, allocated}) {
            column.cut(root);
        }
        size = root;
    }

    /** Takes out nodes in and below which nothing was recorded; roots stay. Returns where each node went, -1 for out. */
    int[] prune() {
        boolean[] used = new boolean[size];
        for (int node = size - 1; node >= 0; node--) {
            used[node] |= parent[node] < 0 || calls[node] + self[node] + errors.of(node) > 0;
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
        errors.put(to, Math.min(errors.of(from), calls[from]));
        open.put(to, Math.min(open.of(from), calls[from]));
        waiting.put(to, Math.min(waiting.of(from), self[from]));
        spread.put(to, spread.of(from));
        exact.put(to, Math.min(exact.of(from), calls[from]));
        weaving.put(to, newParent < 0 ? 0 : Math.min(weaving.of(from), self[from]));
        allocated.put(to, allocated.of(from));
    }
}
