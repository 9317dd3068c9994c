package dev.jprof.report.io;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing column of ints, in pieces as a {@link LongColumn}. A builder of an {@code IntStream} does the same, and makes a report of a
 * million nodes a tenth slower.
 */
final class IntColumn {
    private static final int SMALLEST_PIECE = 1 << 10;

    private static final int LARGEST_PIECE = 1 << 18;

    private final List<int[]> full = new ArrayList<>();
    private int[] last;
    private int used;
    private int before;

    /** @param expected how long it will probably be, 0 when unknown: if so, it is in one piece and never copied */
    IntColumn(int expected) {
        last = new int[expected];
    }

    void add(int value) {
        if (used == last.length) {
            grow();
        }
        last[used++] = value;
    }

    private void grow() {
        full.add(last);
        before += used;
        last = new int[Math.max(SMALLEST_PIECE, Math.min(LARGEST_PIECE, before))];
        used = 0;
    }

    int size() {
        return before + used;
    }

    /** Nothing may be added afterwards. */
    int[] toInts() {
        if (full.isEmpty() && used == last.length) {
            return last;
        }
        int[] values = new int[size()];
        int at = 0;
        for (int[] piece : full) {
            System.arraycopy(piece, 0, values, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(last, 0, values, at, used);
        return values;
    }
}
