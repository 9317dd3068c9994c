package dev.jprof.report.io;

import java.util.Arrays;

/** A growing array of longs. */
final class LongColumn {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long[] toLongs() {
        return Arrays.copyOf(values, size);
    }

    int[] toInts() {
        int[] ints = new int[size];
        for (int i = 0; i < size; i++) {
            ints[i] = Math.toIntExact(values[i]);
        }
        return ints;
    }
}
