package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.Severity;
import java.util.List;

/**
 * What came of one rule.
 *
 * @param findings one for each subject, in the order of names; none if the rule was not tried
 */
public record RuleResult(Rule rule, List<Finding> findings) {
    public RuleResult {
        findings = List.copyOf(findings);
    }

    /** Whether there was a base, or none was needed. */
    public boolean isTried() {
        return !findings.isEmpty();
    }

    /** Whether something of it, or all of it since every count varies, could not be decided. */
    public boolean isUndecided() {
        return isTried()
                && (findings.stream().anyMatch(finding -> finding.outcome() == Outcome.UNDECIDED)
                        || findings.stream().allMatch(finding -> finding.outcome() == Outcome.QUARANTINED));
    }

    /** Whether the check can't be decided for it: a rule that only warns is never the reason. */
    public boolean leavesOpen() {
        return isUndecided() && rule.severity() == Severity.ERROR;
    }

    /** Whether it warns, of what it is broken by or of what could not be decided. */
    public boolean warns() {
        return rule.severity() == Severity.WARNING
                && (isUndecided() || !with(Outcome.REGRESSION).isEmpty());
    }

    public List<Finding> with(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
    }
}
