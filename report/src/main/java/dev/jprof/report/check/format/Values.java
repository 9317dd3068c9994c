package dev.jprof.report.check.format;

import dev.jprof.report.check.Finding;
import dev.jprof.report.check.Outcome;
import dev.jprof.report.check.rule.Quantity;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Unit;
import java.util.Arrays;
import java.util.Locale;

/** The numbers of a finding as people read them. */
final class Values {
    private static final Numbers NUMBERS = new Numbers(Unit.AUTO, false);

    /** Growth from here on is said in times, not in per cent. */
    private static final double MANY = 10;

    /** What is less would be printed as 0.0 per cent, though one call more breaks a rule. */
    private static final double LEAST_PERCENT = 0.05;

    private Values() {}

    /** Counts as they are, {@code 3 to 5} where runs differ; of other numbers the median. */
    static String of(RuleMetric metric, double[] runs) {
        double[] known = Arrays.stream(runs)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return "-";
        }
        double least = known[0];
        double most = known[known.length - 1];
        if (metric.quantity() == Quantity.COUNT && least != most) {
            return NUMBERS.count((long) least) + " to " + NUMBERS.count((long) most);
        }
        double median = median(known);
        return switch (metric.quantity()) {
            case COUNT -> NUMBERS.count((long) median);
            case TIME -> NUMBERS.duration(median);
            case BYTES -> NUMBERS.bytes(median);
            case SHARE -> String.format(Locale.ROOT, "%.1f%%", median);
        };
    }

    /** The base as the new side is held against it; where counts vary by themselves, all of it. */
    static String base(Finding finding) {
        double[] runs = finding.base();
        boolean newest = isJudgedByCount(finding) && runs.length > 0;
        return of(finding.rule().metric(), newest ? new double[] {runs[runs.length - 1]} : runs);
    }

    /** {@code +33.3 %} from the base to the new side, {@code up to} that where counts of runs differ; empty where it says nothing. */
    static String change(Finding finding) {
        if (finding.outcome() == Outcome.QUARANTINED) {
            return "";
        }
        double base = judgedBase(finding);
        double current = judgedCurrent(finding);
        if (!(base > 0) || Double.isNaN(current)) {
            return base == 0 && current > 0 ? "new" : "";
        }
        boolean varies = isJudgedByCount(finding)
                && Arrays.stream(finding.current()).distinct().count() > 1;
        return (varies ? "up to " : "") + change(current / base);
    }

    private static String change(double ratio) {
        if (ratio >= MANY) {
            return "x" + NUMBERS.count(Math.round(ratio));
        }
        double percent = 100 * (ratio - 1);
        boolean seen = ratio == 1 || Math.abs(percent) >= LEAST_PERCENT;
        return seen ? String.format(Locale.ROOT, "%+.1f %%", percent) : percent > 0 ? "below +0.1 %" : "above -0.1 %";
    }

    /** How much more it is, for sorting; what is new comes first. */
    static double growth(Finding finding) {
        double base = judgedBase(finding);
        return base > 0 ? judgedCurrent(finding) / base : Double.POSITIVE_INFINITY;
    }

    private static double judgedBase(Finding finding) {
        double[] runs = finding.base();
        return isJudgedByCount(finding) && runs.length > 0 ? runs[runs.length - 1] : middle(runs);
    }

    private static double judgedCurrent(Finding finding) {
        return isJudgedByCount(finding)
                ? Arrays.stream(finding.current()).max().orElse(Double.NaN)
                : middle(finding.current());
    }

    /** Whether the newest run of the base and the new run with the most are what counts. */
    private static boolean isJudgedByCount(Finding finding) {
        return finding.rule().metric().isExact() && finding.outcome() != Outcome.QUARANTINED;
    }

    /** The median of what is known; NaN if nothing is. */
    static double middle(double[] runs) {
        double[] known = Arrays.stream(runs)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return known.length == 0 ? Double.NaN : median(known);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
