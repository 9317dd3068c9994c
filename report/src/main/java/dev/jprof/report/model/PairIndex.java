package dev.jprof.report.model;

import java.util.Arrays;

/** Numbers pairs of ints 0, 1, 2... in the order in which they are first seen. A hash table of primitives. */
final class PairIndex {
    private static final int FREE = -1;

    private long[] keys = new long[64];
    private int[] slots = new int[128];
    private int size;

    PairIndex() {
        Arrays.fill(slots, FREE);
    }

    int size() {
        return size;
    }

    /** The number of the pair; equal to the old {@link #size()} when it was not there before. */
    int of(int left, int right) {
        long key = (long) left << 32 | right & 0xFFFFFFFFL;
        int slot = slot(key);
        if (slots[slot] == FREE) {
            if (size == keys.length) {
                grow();
                slot = slot(key);
            }
            keys[size] = key;
            slots[slot] = size++;
        }
        return slots[slot];
    }

    int left(int number) {
        return (int) (keys[number] >>> 32);
    }

    int right(int number) {
        return (int) keys[number];
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & slots.length - 1;
        while (slots[slot] != FREE && keys[slots[slot]] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        slots = new int[keys.length * 2];
        Arrays.fill(slots, FREE);
        for (int number = 0; number < size; number++) {
            slots[slot(keys[number])] = number;
        }
    }
}
