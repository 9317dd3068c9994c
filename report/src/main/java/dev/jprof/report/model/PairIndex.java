package dev.jprof.report.model;

import java.util.Arrays;

/** Numbers pairs of ints 0, 1, 2... in the order in which they are first seen. A hash table of primitives. */
public final class PairIndex {
    /** From here on memory is dearer than look-ups that collide. */
    private static final int LARGE = 1 << 20;

    /** Of each number, for those who ask which pair it is. */
    private long[] pairs = new long[64];

    /** Keys, each with its number plus one behind it, so that a look-up touches one place; 0 for no number. */
    private long[] table = new long[512];

    private int size;

    /** Makes room for so many more pairs at once. */
    public void expect(int more) {
        if (size + more > pairs.length) {
            grow(Integer.highestOneBit(Math.max(64, size + more - 1)) * 2);
        }
    }

    /** Gives back what finding pairs takes: from now on only their numbers are asked for. */
    public void end() {
        table = new long[0];
    }

    public int size() {
        return size;
    }

    /** The number of the pair; equal to the old {@link #size()} when it was not there before. */
    public int of(int left, int right) {
        long key = (long) left << 32 | right & 0xFFFFFFFFL;
        int slot = slot(key);
        if (table[slot + 1] == 0) {
            if (size == pairs.length) {
                grow(pairs.length * 2);
                slot = slot(key);
            }
            pairs[size] = key;
            table[slot] = key;
            table[slot + 1] = ++size;
        }
        return (int) table[slot + 1] - 1;
    }

    public int left(int number) {
        return (int) (pairs[number] >>> 32);
    }

    public int right(int number) {
        return (int) pairs[number];
    }

    private int slot(long key) {
        int mask = table.length - 2;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) << 1 & mask;
        while (table[slot + 1] != 0 && table[slot] != key) {
            slot = slot + 2 & mask;
        }
        return slot;
    }

    private void grow(int capacity) {
        pairs = Arrays.copyOf(pairs, capacity);
        table = new long[2 * capacity * (capacity < LARGE ? 4 : 2)];
        for (int number = 0; number < size; number++) {
            int slot = slot(pairs[number]);
            table[slot] = pairs[number];
            table[slot + 1] = 1L + number;
        }
    }
}
