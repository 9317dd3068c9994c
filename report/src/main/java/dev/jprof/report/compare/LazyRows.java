package dev.jprof.report.compare;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/**
 * Rows in ascending order of keys, which have their number in the lower half. Of millions few are shown: each row is made when it
 * is asked for, and only the first ones are sorted until others are.
 */
final class LazyRows extends AbstractList<DiffRow> {
    private static final int FIRST = 1000;

    private final long[] keys;
    private final IntFunction<DiffRow> row;
    private int sorted;

    LazyRows(long[] keys, IntFunction<DiffRow> row) {
        this.keys = keys;
        this.row = row;
    }

    @Override
    public DiffRow get(int index) {
        if (index >= sorted) {
            sort(index);
        }
        return row.apply((int) keys[index]);
    }

    @Override
    public int size() {
        return keys.length;
    }

    private void sort(int index) {
        if (index < FIRST && keys.length > 2 * FIRST) {
            bringForward();
            sorted = FIRST;
        } else {
            Arrays.parallelSort(keys);
            sorted = keys.length;
        }
    }

    /** The least keys change places with those at the beginning. */
    private void bringForward() {
        PriorityQueue<Long> least = new PriorityQueue<>((a, b) -> Long.compare(b, a));
        long limit = Long.MAX_VALUE;
        for (long key : keys) {
            if (key < limit) {
                least.add(key);
                if (least.size() > FIRST) {
                    least.remove();
                    limit = least.element();
                }
            }
        }
        long greatest = least.element();
        int free = FIRST;
        for (int i = 0; i < FIRST; i++) {
            while (keys[i] > greatest) {
                while (keys[free] > greatest) {
                    free++;
                }
                long other = keys[free];
                keys[free++] = keys[i];
                keys[i] = other;
            }
        }
        Arrays.sort(keys, 0, FIRST);
    }
}
