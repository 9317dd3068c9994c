package dev.jprof.report.check.format;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Finding;
import dev.jprof.report.check.Outcome;
import dev.jprof.report.check.RuleResult;
import dev.jprof.report.view.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The sentences that several formats share. All of them are one line and safe to print. */
final class Wording {
    private Wording() {}

    static String verdict(CheckResult result) {
        return switch (result.verdict()) {
            case FINE -> result.rules().stream().anyMatch(RuleResult::isTried) ? "OK" : "NO BASE";
            case REGRESSION -> "REGRESSION";
            case UNDECIDED -> "NOT ENOUGH DATA";
        };
    }

    /** {@code 1 of 3 rules is broken (1 run against 1)}. */
    static String summary(CheckResult result) {
        long broken = count(result, rule -> rule.findings().stream().anyMatch(Finding::fails));
        long undecided = count(result, RuleResult::leavesOpen);
        long untried = count(result, rule -> !rule.isTried());
        long tried = result.rules().size() - untried;
        long warning = count(result, RuleResult::warns);
        List<String> parts = new ArrayList<>();
        if (broken > 0) {
            parts.add(broken + " of " + rules(result.rules().size()) + (broken == 1 ? " is" : " are") + " broken");
        }
        if (undecided > 0) {
            parts.add(
                    undecided + (broken > 0 ? "" : " of " + rules(result.rules().size())) + " can't be decided");
        }
        if (parts.isEmpty() && tried == 0) {
            parts.add("nothing was checked");
        } else if (parts.isEmpty() && warning > 0) {
            long holding = tried - warning;
            parts.add(holding + " of " + rules(result.rules().size()) + (holding == 1 ? " holds" : " hold"));
        } else if (parts.isEmpty()) {
            parts.add(tried == 1 ? "1 rule holds" : tried + " rules hold");
        }
        if (warning > 0) {
            parts.add(warning + (warning == 1 ? " warns" : " warn"));
        }
        if (untried > 0) {
            parts.add(untried + " not tried");
        }
        return String.join(", ", parts) + " (" + sides(result) + ")";
    }

    static String sides(CheckResult result) {
        return result.baseRuns() == 0
                ? runs(result.currentRuns()) + ", no base"
                : runs(result.currentRuns()) + " against " + runs(result.baseRuns()) + " of the base";
    }

    /** {@code 2 rules for 57 methods, of which 3 are better than before}. */
    static String fine(CheckResult result) {
        long whole = count(
                result, rule -> rule.isTried() && rule.with(Outcome.REGRESSION).isEmpty() && !rule.isUndecided());
        long methods = subjects(result.with(Outcome.OK)) + subjects(result.with(Outcome.IMPROVEMENT));
        long better = result.with(Outcome.IMPROVEMENT).size();
        return (whole == 0 ? "" : rules(whole) + ", ")
                + methods
                + (methods == 1 ? " method" : " methods")
                + (better == 0 ? "" : ", " + better + " surely better than before");
    }

    private static long subjects(List<Finding> findings) {
        return findings.stream().map(Finding::subject).distinct().count();
    }

    /** {@code 3 -> 4 (+33.3 %)}. */
    static String move(Finding finding) {
        String current = Values.of(finding.rule().metric(), finding.current());
        if (!finding.rule().bound().needsBase() || finding.base().length == 0) {
            return current;
        }
        String change = Values.change(finding);
        return Values.base(finding) + " -> " + current + (change.isEmpty() ? "" : " (" + change + ")");
    }

    /** Why, and the cause, one line each. */
    static List<String> explanation(Finding finding) {
        List<String> lines = new ArrayList<>();
        if (!finding.reason().isEmpty()) {
            lines.add(Printable.of(finding.reason()));
        }
        lines.addAll(finding.cause());
        return lines;
    }

    /** {@code com.acme.Dao.find: calls 3 -> 4 (+33.3 %), the rule is calls(com.acme.*) <= +0%}. */
    static String sentence(Finding finding) {
        return finding.subject().printed() + ": " + finding.rule().metric().word() + " " + move(finding)
                + ", the rule is " + Printable.of(finding.rule().text());
    }

    /**
     * Those that a rule broke: the new ones first, by their size; then by growth, and of equal growth the smallest first, which is
     * nearest to the cause.
     */
    static List<Finding> broken(RuleResult rule) {
        return rule.with(Outcome.REGRESSION).stream()
                .sorted(Comparator.comparingDouble((Finding finding) -> -Values.growth(finding))
                        .thenComparingDouble(finding -> Double.isInfinite(Values.growth(finding))
                                ? -Values.middle(finding.current())
                                : Values.middle(finding.current())))
                .toList();
    }

    static String rules(long count) {
        return count == 1 ? "1 rule" : count + " rules";
    }

    private static String runs(int count) {
        return count == 1 ? "1 run" : count + " runs";
    }

    private static long count(CheckResult result, Predicate<RuleResult> which) {
        return result.rules().stream().filter(which).count();
    }
}
