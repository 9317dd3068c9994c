package dev.jprof.report.check;

import dev.jprof.report.check.rule.Bound;
import dev.jprof.report.check.rule.Rule;
import java.util.Arrays;

/**
 * Judges what needs no statistics: exact counts against a base, and budgets. Counts that vary in runs of one program
 * say nothing and are quarantined.
 *
 * @param versions for each run of the base, a number that runs of the same code share
 * @param stabilise whether new runs that differ are evidence of that too, or only those of the base
 */
record CountJudge(int[] versions, boolean stabilise) {
    Outcome outcome(Rule rule, double[] base, double[] current) {
        if (rule.bound() instanceof Bound.Budget) {
            double value = rule.metric().isExact() ? max(current) : median(current);
            return rule.bound().allows(0, value) ? Outcome.OK : Outcome.REGRESSION;
        }
        if (baseVaries(base) || stabilise && varies(current)) {
            return Outcome.QUARANTINED;
        }
        return rule.bound().allows(base[base.length - 1], max(current)) ? Outcome.OK : Outcome.REGRESSION;
    }

    /** What changed because the code did is no variation, and what some run does not know is none. */
    private boolean baseVaries(double[] base) {
        for (int run = 1; run < base.length; run++) {
            for (int earlier = 0; earlier < run; earlier++) {
                boolean known = !Double.isNaN(base[run]) && !Double.isNaN(base[earlier]);
                if (known && versions[run] == versions[earlier] && base[run] != base[earlier]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).distinct().count() > 1;
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
