package dev.jprof.report.html;

import dev.jprof.report.model.Histogram;

/**
 * Histograms as columns of a {@link Block}. Owners and the buckets of each are ascending and stand as distances from the one
 * before.
 */
final class HistogramColumns {
    private final Block owners = new Block();
    private final Block samples = new Block();
    private final Block longest = new Block();
    private final Block sizes = new Block();
    private final Block buckets = new Block();
    private final Block calls = new Block();
    private int last;

    /** Owners come in ascending order. */
    void add(int owner, Histogram histogram) {
        owners.add(owner - last);
        last = owner;
        samples.add(histogram.samples());
        longest.add(histogram.max());
        sizes.add(histogram.buckets().length);
        int before = 0;
        for (int i = 0; i < histogram.buckets().length; i++) {
            buckets.add(histogram.buckets()[i] - before);
            before = histogram.buckets()[i];
            calls.add(histogram.calls()[i]);
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
