package dev.jprof.report.model;

import java.util.Arrays;

/**
 * The error bars of a sampled profile. Whether a sample meets a method is a matter of chance, and the chance is the method's share:
 * how many meet it is binomial. A bar reaches from the share seen to the farther end of Wilson's interval of 95 %; what no
 * sample met has none.
 */
final class SampleBars implements ErrorSums, NodeErrors {
    private static final double Z = 1.96;

    /** Samples are whole, the interval is not. */
    private static final double CONTINUITY = 0.5;

    private final long[] samples;
    private final long[] samplesBelow;
    private final CallTree tree;
    private final boolean known;
    private final double all;
    private final Met[] self;
    private final Met[] total;

    /** How many samples met something, and what they stand for. */
    private static final class Met {
        long samples;
        long weight;

        void add(long moreSamples, long moreWeight) {
            samples += moreSamples;
            weight += moreWeight;
        }
    }

    SampleBars(Profile profile) {
        tree = profile.tree();
        known = tree.weight().equals(Metric.SAMPLED) || tree.weight().equals(Metric.SAMPLES);
        samples = tree.column(Metric.SAMPLES);
        samplesBelow = tree.total(Metric.SAMPLES);
        all = profile.threads().stream()
                .mapToLong(thread -> samplesBelow[thread.root()])
                .sum();
        self = none(profile.methods().size());
        total = none(profile.methods().size());
    }

    @Override
    public void enter(int method, int node, boolean outermost) {
        self[method].add(samples[node], tree.self(node));
        if (outermost) {
            total[method].add(samplesBelow[node], tree.total(node));
        }
    }

    @Override
    public void leave(int method, boolean outermost) {
        // What is below a node is known from the start.
    }

    @Override
    public void endThread(int root) {
        // Samples of all threads are one draw.
    }

    @Override
    public Bars of(int method) {
        return !known
                ? Bars.UNKNOWN
                : new Bars(
                        bar(self[method].samples, self[method].weight),
                        bar(total[method].samples, total[method].weight));
    }

    @Override
    public boolean known() {
        return known;
    }

    @Override
    public double selfOf(int node, int root) {
        return bar(samples[node], tree.self(node));
    }

    @Override
    public double totalOf(int node, int root) {
        return bar(samplesBelow[node], tree.total(node));
    }

    private double bar(long met, double weight) {
        if (met == 0 || !known) {
            return 0;
        }
        double share = met / all;
        double square = Z * Z / all;
        double middle = (share + square / 2) / (1 + square);
        double half = Z / (1 + square) * Math.sqrt(share * (1 - share) / all + square / (4 * all));
        return ((half + Math.abs(middle - share)) * all + CONTINUITY) * (weight / met);
    }

    private static Met[] none(int count) {
        Met[] none = new Met[count];
        Arrays.setAll(none, method -> new Met());
        return none;
    }
}
