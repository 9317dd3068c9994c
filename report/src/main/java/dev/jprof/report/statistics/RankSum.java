package dev.jprof.report.statistics;

import java.util.Arrays;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/** The Mann-Whitney test: exact for untied samples of fewer than 50, else by the normal approximation, as in R. */
final class RankSum {
    private static final int EXACT_BELOW = 50;

    private RankSum() {}

    /**
     * Returns the two-sided p. The approximation may promise more than any arrangement of so few values can show: with ties p is
     * never below {@link #smallestP}.
     */
    static double p(Samples samples) {
        boolean exact = isExact(samples);
        if (!exact && deviation(samples) == 0) {
            return 1;
        }
        double p = MannWhitneyUTest.withDefaults()
                .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
                .test(samples.current(), samples.base())
                .getPValue();
        return exact ? p : Math.max(p, smallestP(samples.base().length, samples.current().length));
    }

    /** Returns p when all of one side is larger than all of the other. */
    static double smallestP(int base, int current) {
        return Math.min(1, 2 / BinomialCoefficientDouble.value(base + current, base));
    }

    static boolean isExact(Samples samples) {
        return samples.base().length < EXACT_BELOW
                && samples.current().length < EXACT_BELOW
                && ties(samples.pooled()) == 0;
    }

    /** Returns the standard deviation of U under chance alone. */
    static double deviation(Samples samples) {
        return deviation(samples, ties(samples.pooled()));
    }

    /** Returns the same for a hypothetical shift that makes no value of one side equal to one of the other. */
    static double deviationWhenShifted(Samples samples) {
        return deviation(samples, ties(samples.base()) + ties(samples.current()));
    }

    private static double deviation(Samples samples, double ties) {
        double base = samples.base().length;
        double current = samples.current().length;
        double all = base + current;
        return Math.sqrt(base * current / 12 * (all + 1 - ties / (all * (all - 1))));
    }

    /** Returns the sum over all groups of equal values of t^3 - t. */
    private static double ties(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double term = 0;
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[from]) {
                double size = i - from;
                term += size * size * size - size;
                from = i;
            }
        }
        return term;
    }

    /** Returns the smallest u with P(U <= u) >= probability, for U of untied samples of these sizes. */
    static int quantile(double probability, int base, int current) {
        double[] ways = ways(base, current);
        double wanted = probability * Arrays.stream(ways).sum();
        double sum = 0;
        int u = -1;
        while (sum < wanted) {
            u++;
            sum += ways[u];
        }
        return u;
    }

    /** Returns for each u in how many orders of the values U is u: the coefficients of the Gaussian binomial. */
    private static double[] ways(int base, int current) {
        double[] ways = new double[base * current + 1];
        ways[0] = 1;
        for (int i = 1; i <= base; i++) {
            for (int u = ways.length - 1; u >= current + i; u--) {
                ways[u] -= ways[u - current - i];
            }
            for (int u = i; u < ways.length; u++) {
                ways[u] += ways[u - i];
            }
        }
        return ways;
    }
}
