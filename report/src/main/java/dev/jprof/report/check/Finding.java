package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.Severity;
import java.util.List;

/**
 * One rule tried on one subject.
 *
 * @param base one value for each run, in the unit of the metric's quantity; empty without a base
 * @param current the same of the new side
 * @param reason why the outcome is what it is, where that is not in the numbers; may be empty
 * @param cause what makes the difference, one line each
 */
public record Finding(
        Rule rule,
        Subject subject,
        Location location,
        Outcome outcome,
        double[] base,
        double[] current,
        String reason,
        List<String> cause) {
    public Finding {
        cause = List.copyOf(cause);
    }

    /** Whether it makes the check fail. */
    public boolean fails() {
        return outcome == Outcome.REGRESSION && rule.severity() == Severity.ERROR;
    }

    public boolean warns() {
        return outcome == Outcome.REGRESSION && rule.severity() == Severity.WARNING;
    }

    /** Whether the check can't be decided for want of it. */
    public boolean leavesOpen() {
        return outcome == Outcome.UNDECIDED && rule.severity() == Severity.ERROR;
    }

    Finding with(Outcome other, String why) {
        return new Finding(rule, subject, location, other, base, current, why, cause);
    }

    Finding with(List<String> causes) {
        return new Finding(rule, subject, location, outcome, base, current, reason, causes);
    }
}
