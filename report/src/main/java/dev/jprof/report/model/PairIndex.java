package dev.jprof.report.model;

import java.util.Arrays;

/** Numbers pairs of ints 0, 1, 2... in the order in which they are first seen. A hash table of primitives. */
public final class PairIndex {
    /** Of each number, for those who ask which pair it is. */
    private long[] pairs = new long[64];

    /** By the low bits of a pair's hash: the hash, and behind it the number plus one; 0 for nothing. */
    private long[] table = new long[256];

    private int size;

    /** Makes room for so many more pairs at once. */
    public void expect(int more) {
        if (size + more > pairs.length) {
            pairs = Arrays.copyOf(pairs, size + more);
        }
        if (isFull(size + more)) {
            makeTable(Integer.highestOneBit(size + more + (size + more) / 3) * 2);
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
        long key = key(left, right);
        int hash = hash(key);
        int slot = hash & table.length - 1;
        while (table[slot] != 0) {
            int number = (int) table[slot] - 1;
            if ((int) (table[slot] >>> 32) == hash && pairs[number] == key) {
                return number;
            }
            slot = slot + 1 & table.length - 1;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size + size / 2);
        }
        if (isFull(size)) {
            makeTable(table.length * 2);
        }
        pairs[size] = key;
        put(hash, ++size);
        return size - 1;
    }

    /**
     * The same, where {@code guess} is probably the pair's number: those who ask for pairs again in the same order save a
     * look-up that waits for memory.
     */
    public int of(int left, int right, int guess) {
        return guess < size && pairs[guess] == key(left, right) ? guess : of(left, right);
    }

    public int left(int number) {
        return (int) (pairs[number] >>> 32);
    }

    public int right(int number) {
        return (int) pairs[number];
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right & 0xFFFFFFFFL;
    }

    private static int hash(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 32);
    }

    private void put(int hash, int entry) {
        int slot = hash & table.length - 1;
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = (long) hash << 32 | entry;
    }

    /** At three quarters: memory that was never touched is dearer than a look-up that collides. */
    private boolean isFull(int count) {
        return count > table.length - table.length / 4;
    }

    private void makeTable(int length) {
        table = new long[length];
        for (int number = 0; number < size; number++) {
            put(hash(pairs[number]), number + 1);
        }
    }
}
