package dev.jprof.report.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How many runs a side would decide. */
public final class RunsNeeded {
    /** Where the estimate ends; means: that many or more. */
    public static final int MOST = 1_000;

    private static final double POWER = 0.9;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private RunsNeeded() {}

    /** Returns with how many runs a side one changed method in a family of this size can be found at all. */
    public static int toReach(int family, double level) {
        int runs = 2;
        while (runs < MOST && RankSum.smallestP(runs, runs) > level / family) {
            runs++;
        }
        return runs;
    }

    /** Returns with how many a change as large as it seems, which so many runs did not decide, would be found nine times of ten. */
    static int toDecide(Shift shift, int runs, int family, double level) {
        double needed = runs * Math.pow(detectable(shift, family, level) / shift.estimate(), 2);
        int more = Math.min(runs + 1, MOST);
        return Math.max(more, Math.max(toReach(family, level), (int) Math.ceil(Math.min(needed, MOST))));
    }

    /**
     * Returns the shift that would be found nine times of ten with as many runs as there are, if the normal approximation held.
     * The interval at hand says how much runs differ; it shrinks with the root of their number.
     */
    static double detectable(Shift shift, int family, double level) {
        double error = (shift.high() - shift.low()) / 2 / Shift.REACH;
        return error
                * (NORMAL.inverseSurvivalProbability(level / family / 2) + NORMAL.inverseCumulativeProbability(POWER));
    }
}
