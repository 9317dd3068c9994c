package dev.jprof.report.model;

import java.util.Arrays;

/** Numbers pairs of ints 0, 1, 2... in the order in which they are first seen. A hash table of primitives. */
public final class PairIndex {
    private static final int FREE = -1;

    /** From here on memory is dearer than look-ups that collide. */
    private static final int LARGE = 1 << 20;

    /** Of each number, for those who ask which pair it is. */
    private long[] pairs = new long[64];

    /** Keys beside their numbers: a look-up touches one place. */
    private long[] keys = new long[256];

    private int[] numbers = new int[256];
    private int size;

    public PairIndex() {
        Arrays.fill(numbers, FREE);
    }

    /** Makes room for so many more pairs at once. */
    public void expect(int more) {
        if (size + more > pairs.length) {
            grow(Integer.highestOneBit(Math.max(64, size + more - 1)) * 2);
        }
    }

    /** Gives back what finding pairs takes: from now on only their numbers are asked for. */
    public void end() {
        keys = new long[0];
        numbers = new int[0];
    }

    public int size() {
        return size;
    }

    /** The number of the pair; equal to the old {@link #size()} when it was not there before. */
    public int of(int left, int right) {
        long key = (long) left << 32 | right & 0xFFFFFFFFL;
        int slot = slot(key);
        if (numbers[slot] == FREE) {
            if (size == pairs.length) {
                grow(pairs.length * 2);
                slot = slot(key);
            }
            pairs[size] = key;
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    public int left(int number) {
        return (int) (pairs[number] >>> 32);
    }

    public int right(int number) {
        return (int) pairs[number];
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & numbers.length - 1;
        while (numbers[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & numbers.length - 1;
        }
        return slot;
    }

    private void grow(int capacity) {
        pairs = Arrays.copyOf(pairs, capacity);
        int slots = capacity * (capacity < LARGE ? 4 : 2);
        keys = new long[slots];
        numbers = new int[slots];
        Arrays.fill(numbers, FREE);
        for (int number = 0; number < size; number++) {
            int slot = slot(pairs[number]);
            keys[slot] = pairs[number];
            numbers[slot] = number;
        }
    }
}
