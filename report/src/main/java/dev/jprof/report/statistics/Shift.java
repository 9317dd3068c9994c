package dev.jprof.report.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Hodges-Lehmann estimate of how much larger one sample is than another: the median of all pairwise differences. The 95 %
 * interval is made of those differences that a Mann-Whitney test would not reject, exactly for untied samples of fewer than 50,
 * else by the normal approximation with continuity correction, as R's {@code wilcox.test(conf.int = TRUE)} has it.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177704172">Hodges and Lehmann 1963</a>
 */
public record Shift(double estimate, double low, double high) {
    private static final double CONFIDENCE = 0.95;
    private static final double TAIL = (1 - CONFIDENCE) / 2;
    /** The normal distribution's quantile for the confidence. */
    static final double REACH = NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);

    static Shift of(Samples samples) {
        double[] differences = differences(samples);
        int count = differences.length;
        double estimate = Samples.median(differences);
        if (RankSum.isExact(samples)) {
            int outside = Math.max(1, RankSum.quantile(TAIL, samples.base().length, samples.current().length));
            return new Shift(estimate, differences[outside - 1], differences[count - outside]);
        }
        double reach = 0.5 + REACH * RankSum.deviationWhenShifted(samples);
        return new Shift(
                estimate,
                differences[position(count / 2.0 - reach, count)],
                differences[position(count / 2.0 + reach, count)]);
    }

    static double[] differences(Samples samples) {
        return Arrays.stream(samples.current())
                .flatMap(current -> Arrays.stream(samples.base()).map(base -> current - base))
                .sorted()
                .toArray();
    }

    private static int position(double rank, int count) {
        return (int) Math.min(count, Math.max(1, Math.ceil(rank))) - 1;
    }
}
