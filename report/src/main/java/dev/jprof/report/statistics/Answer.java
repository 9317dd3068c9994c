package dev.jprof.report.statistics;

/**
 * What the runs say to one {@link Question}.
 *
 * @param base median of the base's runs after division by the common factor, in the unit of the samples
 * @param shift how much more the other side takes, after the division, with its 95 % interval
 * @param p two-sided p of the Mann-Whitney test
 * @param adjusted p after Benjamini-Hochberg over the family
 * @param smallestP the smallest p that this many runs can have, whatever they show
 * @param detectable the smallest rise, in the unit of the samples, that nine of ten such comparisons would find; infinite where
 *     no difference could be found
 * @param runsNeeded how many runs a side would decide: an estimate, and as many as there are where the verdict stands;
 *     {@link RunsNeeded#MOST} means that many or more
 */
public record Answer(
        Verdict verdict,
        double base,
        Shift shift,
        double p,
        double adjusted,
        double smallestP,
        double detectable,
        int runsNeeded) {
    /** Returns current over base: 1.1 is 10 % more; infinite where the base has nothing. */
    public double ratio() {
        return ratio(shift.estimate());
    }

    /** Returns the lower end of the ratio's 95 % interval. */
    public double ratioLow() {
        return ratio(shift.low());
    }

    /** Returns the upper end of the ratio's 95 % interval. */
    public double ratioHigh() {
        return ratio(shift.high());
    }

    /** Returns current over base of the smallest rise that would be found. */
    public double detectableRatio() {
        return ratio(detectable);
    }

    private double ratio(double change) {
        return change == 0 ? 1 : (base + change) / base;
    }
}
