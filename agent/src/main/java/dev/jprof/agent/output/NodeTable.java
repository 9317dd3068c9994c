package dev.jprof.agent.output;

import dev.jprof.agent.rt.Node;
import java.util.Arrays;
import java.util.BitSet;

/** The nodes of all threads as parallel arrays, parents before children. Grows. */
final class NodeTable {
    static final int ROOT = -1;
    static final int OVERFLOW = Node.OVERFLOW;

    int size;
    int[] parent;

    /** A method id, {@link #ROOT} or {@link #OVERFLOW}. */
    int[] method;

    final LongColumn calls;
    final LongColumn self;
    final LongColumn errors;
    final LongColumn open;
    final LongColumn waiting;

    /** Square microseconds: see {@code Node.spread}. */
    final LongColumn spread;

    /** Calls timed by exact reads. */
    final LongColumn exact;

    /** The part of self in which classes were woven; 0 for roots, whose time no method has. */
    final LongColumn weaving;

    /** Bytes that the node allocated itself, under {@code alloc=on}. */
    final LongColumn allocated;

    private final LongColumn[] columns;

    /** @param expected how many nodes there will probably be: growing a million takes as much memory again */
    NodeTable(int expected) {
        parent = new int[expected];
        method = new int[expected];
        calls = new LongColumn(expected);
        self = new LongColumn(expected);
        errors = new LongColumn(expected);
        open = new LongColumn(expected);
        waiting = new LongColumn(expected);
        spread = new LongColumn(expected);
        exact = new LongColumn(expected);
        weaving = new LongColumn(expected);
        allocated = new LongColumn(expected);
        columns = new LongColumn[] {calls, self, errors, open, waiting, spread, exact, weaving, allocated};
    }

    int add(int parentIndex, int methodId) {
        if (size == parent.length) {
            int longer = size * 2;
            parent = Arrays.copyOf(parent, longer);
            method = Arrays.copyOf(method, longer);
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
            charged += Math.max(0, self.of(node));
            owed += Math.max(0, -self.of(node));
        }
        for (int node = root; owed > 0 && node < size; node++) {
            self.put(node, Math.max(0, Math.round(self.of(node) * (1 - owed / charged))));
        }
    }

    /** Whether anything was recorded below the root of the last row. */
    boolean isUsedBelow(int root) {
        for (int node = root + 1; node < size; node++) {
            if (calls.of(node) + self.of(node) + errors.of(node) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Cuts the last row off. */
    void cut(int root) {
        for (LongColumn column : columns) {
            column.cut(root);
        }
        size = root;
    }

    /** Makes what was read at slightly different times agree: no more errors than calls, no longer waiting than time. */
    void reconcile() {
        for (int node = 0; node < size; node++) {
            errors.put(node, Math.min(errors.of(node), calls.of(node)));
            open.put(node, Math.min(open.of(node), calls.of(node)));
            waiting.put(node, Math.min(waiting.of(node), self.of(node)));
            exact.put(node, Math.min(exact.of(node), calls.of(node)));
            weaving.put(node, parent[node] < 0 ? 0 : Math.min(weaving.of(node), self.of(node)));
        }
    }

    /** Takes out nodes in and below which nothing was recorded; roots stay. */
    Moves prune() {
        BitSet used = used();
        if (used.cardinality() == size) {
            return Moves.NONE;
        }
        int[] moved = new int[size];
        int kept = 0;
        for (int node = 0; node < size; node++) {
            moved[node] = used.get(node) ? kept++ : -1;
            if (used.get(node)) {
                move(node, moved[node], parent[node] < 0 ? ROOT : moved[parent[node]]);
            }
        }
        size = kept;
        return new Moves(moved);
    }

    private BitSet used() {
        BitSet used = new BitSet(size);
        for (int node = size - 1; node >= 0; node--) {
            if (parent[node] < 0) {
                used.set(node);
            } else if (used.get(node) || calls.of(node) + self.of(node) + errors.of(node) > 0) {
                used.set(node);
                used.set(parent[node]);
            }
        }
        return used;
    }

    private void move(int from, int to, int newParent) {
        parent[to] = newParent;
        method[to] = method[from];
        for (LongColumn column : columns) {
            column.put(to, column.of(from));
        }
    }
}
