package dev.jprof.report.compare;

import java.util.Arrays;

/**
 * Of each pair of caller and callee in one run: how often the one called the other, and how much of the caller's total was in such
 * calls. Time that goes from a method through others back to itself is not the callee's but the method's own again, so that a
 * method's self and what its callees took make up its total, however it recurses.
 */
final class EdgeTimes {
    private long[] calls = new long[64];
    private long[] time = new long[64];

    void add(int edge, long moreCalls, long moreTime) {
        if (edge >= calls.length) {
            calls = Arrays.copyOf(calls, Math.max(edge + 1, calls.length * 2));
            time = Arrays.copyOf(time, calls.length);
        }
        calls[edge] += moreCalls;
        time[edge] += moreTime;
    }

    /** No more comes. */
    void end(int edges) {
        calls = Arrays.copyOf(calls, edges);
        time = Arrays.copyOf(time, edges);
    }

    /** By edge, as long as it must be. */
    long[] calls() {
        return calls;
    }

    /** Nanoseconds by edge. */
    long[] time() {
        return time;
    }
}
