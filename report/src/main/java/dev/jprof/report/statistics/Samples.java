package dev.jprof.report.statistics;

import java.util.Arrays;

/**
 * One metric of one method or path, one value for each run, 0 where a run did not reach it.
 *
 * @param base the runs of the base, in the order of recording; at least one
 * @param current the runs of the other side; the i-th of both sides are a pair
 */
public record Samples(double[] base, double[] current) {
    public Samples {
        if (base.length == 0 || current.length == 0) {
            throw new IllegalArgumentException("a side without a run");
        }
    }

    /** Returns the mean run of the base plus that of the other side: a side weighs the same however many runs it has. */
    public double sumOfMeans() {
        return Arrays.stream(base).sum() / base.length + Arrays.stream(current).sum() / current.length;
    }

    /** Returns how many runs the side with fewer has. */
    public int runs() {
        return Math.min(base.length, current.length);
    }

    boolean isPositive() {
        return Arrays.stream(base).allMatch(value -> value > 0)
                && Arrays.stream(current).allMatch(value -> value > 0);
    }

    /** Returns the values of both sides together. */
    double[] pooled() {
        double[] all = Arrays.copyOf(base, base.length + current.length);
        System.arraycopy(current, 0, all, base.length, current.length);
        return all;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
