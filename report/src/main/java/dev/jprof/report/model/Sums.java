package dev.jprof.report.model;

import java.util.Arrays;

/** Costs under construction, one row for each method or edge, with how many of its activations the walk is inside. */
final class Sums {
    private int[] active;
    private long[] calls;
    private long[] primitiveCalls;
    private long[] self;
    private long[] total;

    Sums(int capacity) {
        active = new int[capacity];
        calls = new long[capacity];
        primitiveCalls = new long[capacity];
        self = new long[capacity];
        total = new long[capacity];
    }

    void enter(int row, CallTree tree, int node) {
        if (row >= active.length) {
            grow();
        }
        if (active[row]++ == 0) {
            primitiveCalls[row] += tree.calls(node);
            total[row] += tree.total(node);
        }
        calls[row] += tree.calls(node);
        self[row] += tree.self(node);
    }

    void leave(int row) {
        active[row]--;
    }

    Costs costs(int row) {
        return new Costs(calls[row], primitiveCalls[row], self[row], total[row]);
    }

    private void grow() {
        int capacity = active.length * 2;
        active = Arrays.copyOf(active, capacity);
        calls = Arrays.copyOf(calls, capacity);
        primitiveCalls = Arrays.copyOf(primitiveCalls, capacity);
        self = Arrays.copyOf(self, capacity);
        total = Arrays.copyOf(total, capacity);
    }
}
