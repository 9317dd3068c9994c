package dev.jprof.agent;

import java.util.Arrays;

/** The median of the last 32 numbers. Confined to one thread. */
final class Medians {
    private final long[] last = new long[32];
    private int added;

    void add(long number) {
        last[added++ % last.length] = number;
    }

    /** There must have been one number. */
    double median() {
        long[] sorted = Arrays.copyOf(last, Math.min(added, last.length));
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
