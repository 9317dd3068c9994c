package dev.jprof.report.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Histograms of some of the nodes of a call tree, or of whatever else has a number, as parallel arrays: a million of them are
 * six objects. Arrays that are handed in are not copied and must not be changed. Immutable.
 */
public final class Histograms {
    public static final Histograms NONE =
            new Histograms(new int[0], new long[0], new long[0], new int[1], new int[0], new long[0]);

    private final int[] owner;
    private final long[] samples;
    private final long[] max;
    private final int[] start;
    private final int[] bucket;
    private final long[] calls;

    /**
     * @param owner whose histograms they are, ascending
     * @param samples how many calls were measured of each
     * @param max the longest of them, in nanoseconds
     * @param start where the buckets of each begin; one more element says where the last ones end
     * @param bucket buckets, ascending for each
     * @param calls how many calls each bucket stands for
     */
    public Histograms(int[] owner, long[] samples, long[] max, int[] start, int[] bucket, long[] calls) {
        this.owner = owner;
        this.samples = samples;
        this.max = max;
        this.start = start;
        this.bucket = bucket;
        this.calls = calls;
    }

    /** The columns of {@code histograms} in profile.json, in their order. */
    public Map<String, LongStream> columns() {
        Map<String, LongStream> columns = new LinkedHashMap<>();
        columns.put("node", Arrays.stream(owner).asLongStream());
        columns.put("samples", Arrays.stream(samples));
        columns.put("max", Arrays.stream(max));
        columns.put("buckets", IntStream.range(0, size()).mapToLong(place -> start[place + 1] - start[place]));
        columns.put("bucket", Arrays.stream(bucket).asLongStream());
        columns.put("calls", Arrays.stream(calls));
        return columns;
    }

    /** How many there are. */
    public int size() {
        return owner.length;
    }

    /** Whose the one at a place is. */
    public int owner(int place) {
        return owner[place];
    }

    /** The one at a place. */
    public Histogram at(int place) {
        return new Histogram(
                Arrays.copyOfRange(bucket, start[place], start[place + 1]),
                Arrays.copyOfRange(calls, start[place], start[place + 1]),
                samples[place],
                max[place]);
    }

    /** The one of an owner, empty if it has none. */
    public Histogram of(int number) {
        int place = placeOf(number);
        return place < 0 ? Histogram.NONE : at(place);
    }

    /** The place of an owner's, negative if it has none. */
    public int placeOf(int number) {
        return Arrays.binarySearch(owner, number);
    }

    /** How many calls were measured for the one at a place. */
    public long samples(int place) {
        return samples[place];
    }

    /** The longest call of the one at a place, in nanoseconds. */
    public long max(int place) {
        return max[place];
    }

    /** How many buckets the one at a place has. */
    public int buckets(int place) {
        return start[place + 1] - start[place];
    }

    /** The number of its i-th bucket. */
    public int bucket(int place, int i) {
        return bucket[start[place] + i];
    }

    /** How many calls the i-th bucket stands for. */
    public long calls(int place, int i) {
        return calls[start[place] + i];
    }

    /**
     * Adds up what falls to the same new owner.
     *
     * @param parts histograms
     * @param newOwners for each of the parts the new owner by the old one; a negative one drops the histogram
     * @throws ArithmeticException if a sum exceeds a long
     */
    static Histograms sum(List<Histograms> parts, List<int[]> newOwners) {
        HistogramSum sum = new HistogramSum();
        for (int part = 0; part < parts.size(); part++) {
            sum.collect(parts.get(part), newOwners.get(part));
        }
        return sum.build();
    }

    /** Adds bucket by bucket into {@code sums}; returns how many were measured. */
    long addTo(long[] sums, int place) {
        for (int i = start[place]; i < start[place + 1]; i++) {
            sums[bucket[i]] = Math.addExact(sums[bucket[i]], calls[i]);
        }
        return samples[place];
    }

    int leastBucket(int place) {
        return bucket[start[place]];
    }

    int mostBucket(int place) {
        return bucket[start[place + 1] - 1];
    }

    /** How many buckets are used, all together. */
    int cells() {
        return bucket.length;
    }
}
