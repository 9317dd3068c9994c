package dev.jprof.report.check;

import dev.jprof.report.statistics.Answer;
import dev.jprof.report.statistics.Family;
import dev.jprof.report.statistics.RunsNeeded;
import dev.jprof.report.statistics.Verdict;
import java.util.Locale;

/** What statistics answered, in one line. */
final class AnswerText {
    /** How often the truth lies outside of the interval that is written. */
    private static final double OUTSIDE = 0.05;

    private AnswerText() {}

    /** {@code +12.3 % (95 %: +8.1 % to +16.0 %), p 0.0004}; of what is fine also how large a rise would not be. */
    static String of(Answer answer) {
        String change = signed(answer.ratio()) + interval(answer) + ", p " + p(answer.adjusted());
        if (answer.verdict() == Verdict.OK && Double.isFinite(answer.detectableRatio())) {
            return change + "; a rise of " + signed(answer.detectableRatio()) + " would be found";
        }
        if (answer.verdict() != Verdict.NOT_ENOUGH_DATA) {
            return change;
        }
        if (answer.smallestP() > Family.LEVEL) {
            return change + "; " + answer.runsNeeded() + " runs a side could decide";
        }
        String runs = answer.runsNeeded() >= RunsNeeded.MOST
                ? RunsNeeded.MOST + " or more runs a side"
                : answer.runsNeeded() + " runs a side";
        return change + "; " + runs + " would decide";
    }

    /** Nothing where so few runs leave none: of three a side there is no such interval. */
    private static String interval(Answer answer) {
        return answer.ratioLow() < answer.ratioHigh() && answer.smallestP() <= OUTSIDE
                ? " (95 %: " + signed(answer.ratioLow()) + " to " + signed(answer.ratioHigh()) + ")"
                : "";
    }

    /** What is said instead where the smallest p that can be reached is not small enough. */
    static String tooFew(int runs, Answer answer) {
        String have = runs == 1 ? "one run a side" : runs + " runs a side";
        String why = runs == 1 ? " can't tell a change from noise" : " can't reach p below " + p(answer.smallestP());
        return have + why + "; take " + answer.runsNeeded() + " a side (jprof record-runs)";
    }

    static String signed(double ratio) {
        if (!Double.isFinite(ratio)) {
            return "new";
        }
        return String.format(Locale.ROOT, "%+.1f %%", 100 * (ratio - 1));
    }

    private static String p(double p) {
        return p < 0.0001 ? "below 0.0001" : String.format(Locale.ROOT, "%.2g", p);
    }
}
