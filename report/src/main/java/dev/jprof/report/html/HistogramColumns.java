package dev.jprof.report.html;

import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Histograms;

/**
 * Histograms as columns of a {@link Block}. Owners are ascending and stand as distances from the one before, and so do the buckets
 * of each; its first bucket stands as its distance from that of the mean duration, even to the right, odd to the left. Samples are 0
 * where all calls were measured. Calls and the longest duration have three digits.
 */
final class HistogramColumns {
    private final Block owners = new Block();
    private final Block samples = new Block();
    private final Block longest = new Block();
    private final Block sizes = new Block();
    private final Block buckets = new Block();
    private final Block calls = new Block();
    private int last;

    /**
     * Adds the histogram at a place. Owners come in ascending order.
     *
     * @param called how many calls the owner had
     * @param total how long they took together, in nanoseconds
     */
    void add(int owner, Histograms all, int place, long called, long total) {
        owners.add(owner - last);
        last = owner;
        samples.add(all.samples(place) == called ? 0 : all.samples(place));
        longest.add(Digits.THREE.code(all.max(place)));
        int size = all.buckets(place);
        sizes.add(size);
        int mean = Histogram.bucketOf(called > 0 ? total / called : 0);
        int distance = all.bucket(place, 0) - mean;
        buckets.add(distance < 0 ? -2 * distance - 1 : 2 * distance);
        for (int i = 1; i < size; i++) {
            buckets.add(all.bucket(place, i) - all.bucket(place, i - 1));
        }
        for (int i = 0; i < size; i++) {
            calls.add(Digits.THREE.code(all.calls(place, i)));
        }
    }

    void write(Block block, String prefix) {
        block.column(prefix + "owner", owners);
        block.column(prefix + "samples", samples);
        block.column(prefix + "max", longest);
        block.column(prefix + "buckets", sizes);
        block.column(prefix + "bucket", buckets);
        block.column(prefix + "calls", calls);
    }
}
