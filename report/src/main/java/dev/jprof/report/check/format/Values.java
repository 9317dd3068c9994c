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

    /** {@code +33.3 %} from the base to the new side; empty where that says nothing. */
    static String change(Finding finding) {
        if (finding.outcome() == Outcome.QUARANTINED) {
            return "";
        }
        double base = middle(finding.base());
        double current = middle(finding.current());
        if (!(base > 0) || Double.isNaN(current)) {
            return base == 0 && current > 0 ? "new" : "";
        }
        double ratio = current / base;
        return ratio >= MANY
                ? "x" + NUMBERS.count(Math.round(ratio))
                : String.format(Locale.ROOT, "%+.1f %%", 100 * (ratio - 1));
    }

    /** How much more it is, for sorting; what is new comes first. */
    static double growth(Finding finding) {
        double base = middle(finding.base());
        return base > 0 ? middle(finding.current()) / base : Double.POSITIVE_INFINITY;
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
