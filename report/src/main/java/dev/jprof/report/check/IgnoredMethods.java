package dev.jprof.report.check;

import dev.jprof.report.check.rule.Ignore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Findings about methods that a rule ignores for a while.
 *
 * @param today the day on which ignores hold or not
 */
record IgnoredMethods(LocalDate today) {
    /** What may break a rule may be undecided too. */
    Finding judged(Finding finding) {
        if (finding.outcome() != Outcome.REGRESSION && finding.outcome() != Outcome.UNDECIDED) {
            return finding;
        }
        List<Ignore> ignores = finding.rule().ignores().stream()
                .filter(ignore -> ignore.methods()
                        .matches(finding.subject().name(), finding.subject().descriptor()))
                .sorted(Comparator.comparing(Ignore::until))
                .toList();
        if (ignores.isEmpty()) {
            return finding;
        }
        Ignore last = ignores.get(ignores.size() - 1);
        if (last.holdsOn(today)) {
            return finding.with(Outcome.IGNORED, last.reason() + " (until " + last.until() + ")");
        }
        return finding.outcome() == Outcome.UNDECIDED
                ? finding
                : finding.with(finding.outcome(), "was ignored until " + last.until() + ": " + last.reason());
    }
}
