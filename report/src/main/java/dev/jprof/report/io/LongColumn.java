package dev.jprof.report.io;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing column of longs, in pieces: growing one array would need it twice and a half. As long as all of them are 0, as in some
 * columns of most profiles, they are only counted.
 */
final class LongColumn {
    private static final int SMALLEST_PIECE = 1 << 10;

    /** So large that collectors leave a piece where it is. */
    private static final int LARGEST_PIECE = 1 << 17;

    private final int expected;
    private final List<long[]> full = new ArrayList<>();
    private long[] last = new long[0];
    private int used;
    private int before;
    private boolean zero = true;
    private int zeros;
    private long sum;

    /** @param expected how long it will probably be, 0 when unknown: if so, it is in one piece and never copied */
    LongColumn(int expected) {
        this.expected = expected;
    }

    /**
     * Adds the first {@code count} values, up to one that is less than {@code least} or with which the sum does not fit into 64 bits.
     *
     * @return how many were added
     */
    int add(long[] values, int count, long least) {
        int added = 0;
        if (zero && least <= 0) {
            while (added < count && values[added] == 0) {
                added++;
            }
            zeros += added;
        }
        while (added < count && values[added] >= least && sum + values[added] >= 0) {
            append(values[added++]);
        }
        return added;
    }

    private void append(long value) {
        if (zero) {
            begin();
        } else if (used == last.length) {
            grow();
        }
        last[used++] = value;
        sum += value;
    }

    private void begin() {
        zero = false;
        last = new long[Math.max(expected, zeros + SMALLEST_PIECE)];
        used = zeros;
    }

    private void grow() {
        full.add(last);
        before += used;
        last = new long[Math.max(SMALLEST_PIECE, Math.min(LARGEST_PIECE, before))];
        used = 0;
    }

    int size() {
        return zero ? zeros : before + used;
    }

    long sum() {
        return sum;
    }

    boolean isZero() {
        return zero;
    }

    /** Nothing may be added afterwards. */
    long[] toLongs() {
        if (full.isEmpty() && used == last.length && !zero) {
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
}
