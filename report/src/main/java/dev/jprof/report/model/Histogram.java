package dev.jprof.report.model;

/**
 * How long calls took, callees included: calls by bucket. Durations below eight nanoseconds have a bucket each, longer ones
 * share eight buckets an octave. Immutable.
 *
 * @param buckets numbers of the buckets that are used, ascending
 * @param calls how many calls the measured ones in each bucket stand for
 * @param samples how many calls were measured
 * @param max the longest of them, in nanoseconds
 */
public record Histogram(int[] buckets, long[] calls, long samples, long max) {
    /** Nothing was measured. */
    public static final Histogram NONE = new Histogram(new int[0], new long[0], 0, 0);

    /** One more than the largest number of a bucket. */
    public static final int BUCKETS = 488;

    /** The bucket of a duration in nanoseconds. */
    public static int bucketOf(long nanos) {
        if (nanos < 8) {
            return (int) nanos;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(nanos);
        return 8 * (exponent - 2) + (int) (nanos >>> (exponent - 3) & 7);
    }

    /** The middle of a bucket, in nanoseconds. */
    static double middle(int bucket) {
        if (bucket < 16) {
            return bucket;
        }
        int shift = bucket / 8 - 1;
        return Math.scalb(8 + bucket % 8 + 0.5, shift) - 0.5;
    }

    public boolean isEmpty() {
        return samples == 0;
    }

    /**
     * The duration, in nanoseconds, that a share of the calls did not exceed: the middle of the bucket in which that call is,
     * or the longest duration if that is less.
     *
     * @param share from 0 to 1
     */
    public double quantile(double share) {
        double all = 0;
        for (long some : calls) {
            all += some;
        }
        double below = 0;
        for (int i = 0; i < buckets.length; i++) {
            below += calls[i];
            if (below >= share * all) {
                return Math.min(middle(buckets[i]), max);
            }
        }
        return 0;
    }
}
