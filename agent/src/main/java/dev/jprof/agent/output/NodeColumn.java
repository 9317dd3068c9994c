package dev.jprof.agent.output;

import java.util.Arrays;

/** A number of each node that most or all do not have: it takes memory from the first on that is not 0. */
final class NodeColumn {
    private final int expected;
    private long[] values = {};

    /** @param expected how many nodes there will probably be */
    NodeColumn(int expected) {
        this.expected = expected;
    }

    long of(int node) {
        return node < values.length ? values[node] : 0;
    }

    void add(int node, long more) {
        if (more != 0) {
            put(node, of(node) + more);
        }
    }

    void put(int node, long value) {
        if (node >= values.length) {
            if (value == 0) {
                return;
            }
            values = Arrays.copyOf(values, Math.max(expected, Math.max(node + 1, values.length * 2)));
        }
        values[node] = value;
    }

    /** Makes all numbers from a node on 0. */
    void cut(int from) {
        if (from < values.length) {
            Arrays.fill(values, from, values.length, 0);
        }
    }

    /** Those of the first {@code size} nodes. */
    long[] toArray(int size) {
        return Arrays.copyOf(values, size);
    }
}
