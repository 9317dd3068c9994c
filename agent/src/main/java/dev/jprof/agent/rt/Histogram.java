package dev.jprof.agent.rt;

/**
 * How many calls took how long. Durations below eight nanoseconds have a bucket each, longer ones share eight buckets an octave,
 * so that the middle of a bucket is within a sixteenth of whatever fell into it. Only buckets that are used take memory.
 * Written by one thread; others may read it at any time and see values that are slightly old.
 */
public final class Histogram {
    /** A cell is the number of a bucket above and how many calls it stands for below; one that is 0 is free. */
    private static final int CALLS_BITS = 54;

    private static final long CALLS_MASK = (1L << CALLS_BITS) - 1;

    /** What an object of this class takes, its smallest table among it. */
    static final int BYTES = 64;

    private static final int FIRST_CELLS = 2;

    private long[] cells = new long[FIRST_CELLS];
    private long samples;
    private long max;

    /** The bucket of a duration in nanoseconds, from 0 to 487. */
    static int bucketOf(long nanos) {
        if (nanos < 8) {
            return (int) nanos;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(nanos);
        return 8 * (exponent - 2) + (int) (nanos >>> exponent - 3 & 7);
    }

    /** Adds a call that was measured and stands for {@code calls}; false when there is no memory for it. */
    boolean add(long nanos, long calls) {
        long bucket = bucketOf(nanos);
        long[] table = cells;
        int place = placeOf(bucket, table);
        if (place == table.length) {
            table = Sampling.longer(table);
            if (table == null) {
                return false;
            }
            cells = table;
        }
        table[place] = bucket << CALLS_BITS | (table[place] & CALLS_MASK) + calls;
        samples++;
        if (nanos > max) {
            max = nanos;
        }
        return true;
    }

    /** Buckets that are used often were used early, so the search from the front ends soon. */
    private static int placeOf(long bucket, long[] table) {
        int place = 0;
        while (place < table.length && table[place] != 0 && table[place] >>> CALLS_BITS != bucket) {
            place++;
        }
        return place;
    }

    int bytes() {
        return BYTES + 8 * (cells.length - FIRST_CELLS);
    }

    /** How many calls were measured. */
    public long samples() {
        return samples;
    }

    /** The longest measured duration, in nanoseconds. */
    public long max() {
        return max;
    }

    /** The cells, in no order; what follows the first one that is 0 is unused. Not to be changed. */
    public long[] cells() {
        return cells;
    }

    public static long cell(int bucket, long calls) {
        return (long) bucket << CALLS_BITS | calls;
    }

    public static int bucket(long cell) {
        return (int) (cell >>> CALLS_BITS);
    }

    public static long calls(long cell) {
        return cell & CALLS_MASK;
    }
}
