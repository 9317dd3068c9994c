package dev.jprof.report.io;

import java.util.ArrayList;
import java.util.List;

/** A growing column of longs, in pieces: growing one array would need it twice and a half. */
final class LongColumn {
    private static final int PIECE = 1 << 13;

    private final List<long[]> full = new ArrayList<>();
    private long[] last = new long[PIECE];
    private int used;

    void add(long value) {
        if (used == PIECE) {
            full.add(last);
            last = new long[PIECE];
            used = 0;
        }
        last[used++] = value;
    }

    int size() {
        return full.size() * PIECE + used;
    }

    long[] toLongs() {
        long[] values = new long[size()];
        int at = 0;
        for (long[] piece : full) {
            System.arraycopy(piece, 0, values, at, PIECE);
            at += PIECE;
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
