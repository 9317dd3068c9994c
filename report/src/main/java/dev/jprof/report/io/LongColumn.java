package dev.jprof.report.io;

import java.util.ArrayList;
import java.util.List;

/** A growing column of longs, in pieces: growing one array would need it twice and a half. */
final class LongColumn {
    private static final int PIECE = 1 << 13;

    private final List<long[]> full = new ArrayList<>();
    private long[] last;
    private int used;
    private int before;

    LongColumn() {
        this(PIECE);
    }

    /** @param expected how long it will probably be: if so, it is in one piece and never copied */
    LongColumn(int expected) {
        last = new long[expected == 0 ? PIECE : expected];
    }

    void add(long value) {
        if (used == last.length) {
            full.add(last);
            before += used;
            last = new long[PIECE];
            used = 0;
        }
        last[used++] = value;
    }

    int size() {
        return before + used;
    }

    /** Nothing may be added afterwards. */
    long[] toLongs() {
        if (full.isEmpty() && used == last.length) {
            return last;
        }
        long[] values = new long[size()];
        int at = 0;
        for (long[] piece : full) {
            System.arraycopy(piece, 0, values, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(last, 0, values, at, used);
        return values;
    }

    int[] toInts() {
        int[] values = new int[size()];
        int at = 0;
        for (long[] piece : full) {
            for (long value : piece) {
                values[at++] = (int) value;
            }
        }
        for (int i = 0; i < used; i++) {
            values[at++] = (int) last[i];
        }
        return values;
    }
}
