package dev.jprof.report.check;

import dev.jprof.report.view.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One line about counts that vary in the base and are now larger than in any of its runs. */
final class VaryingText {
    private static final int NAMED = 3;

    private VaryingText() {}

    static Optional<String> of(List<RuleResult> results, int baseRuns) {
        List<String> names = results.stream()
                .flatMap(rule -> rule.with(Outcome.QUARANTINED).stream())
                .filter(finding -> max(finding.current()) > max(finding.base()))
                .map(finding -> finding.subject().printed())
                .distinct()
                .toList();
        if (baseRuns < 2 || names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Printable.of(
                        "quarantined, but larger than in any run of the base: " + FirstNames.of(names, NAMED)
                                + ". If the base varies since the program's data changed, compare with its newest run alone: --newest 1"));
    }

    private static double max(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(0);
    }
}
