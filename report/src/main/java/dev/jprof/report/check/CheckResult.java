package dev.jprof.report.check;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What came of a check.
 *
 * @param baseRuns how many; 0 without a base
 * @param notes what a reader must know first, one line each: why sides were compared against advice, what was left out
 * @param remarks what a reader may want to know besides
 */
public record CheckResult(
        int baseRuns, int currentRuns, List<RuleResult> rules, List<String> notes, List<String> remarks) {
    public CheckResult {
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
        remarks = List.copyOf(remarks);
    }

    /** A regression weighs more than what could not be decided. */
    public CheckVerdict verdict() {
        if (findings().stream().anyMatch(Finding::fails)) {
            return CheckVerdict.REGRESSION;
        }
        return rules.stream().anyMatch(RuleResult::leavesOpen) ? CheckVerdict.UNDECIDED : CheckVerdict.FINE;
    }

    CheckResult map(UnaryOperator<Finding> change) {
        List<RuleResult> changed = rules.stream()
                .map(rule -> new RuleResult(
                        rule.rule(), rule.findings().stream().map(change).toList()))
                .toList();
        return new CheckResult(baseRuns, currentRuns, changed, notes, remarks);
    }

    public List<Finding> findings() {
        return rules.stream().flatMap(result -> result.findings().stream()).toList();
    }

    public List<Finding> with(Outcome outcome) {
        return rules.stream().flatMap(result -> result.with(outcome).stream()).toList();
    }
}
