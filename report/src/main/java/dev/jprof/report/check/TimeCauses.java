package dev.jprof.report.check;

import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.compare.Diff;
import dev.jprof.report.compare.DiffOrder;
import dev.jprof.report.compare.DiffRow;
import dev.jprof.report.compare.Run;
import dev.jprof.report.compare.Sentences;
import dev.jprof.report.compare.Sides;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Why a method takes longer: what {@code jprof diff} says of it, whose parts sum to the change. Overloads are a line each. */
final class TimeCauses {
    private static final Set<RuleMetric> TIMES =
            Set.of(RuleMetric.SELF, RuleMetric.TOTAL, RuleMetric.PERCALL, RuleMetric.P99, RuleMetric.SHARE);

    private final Diff diff;
    private final Sentences sentences;

    private TimeCauses(Diff diff) {
        this.diff = diff;
        this.sentences = new Sentences(diff);
    }

    static boolean has(Finding finding) {
        return finding.outcome() == Outcome.REGRESSION
                && TIMES.contains(finding.rule().metric())
                && finding.base().length > 0
                && !finding.subject().sum();
    }

    /** Reads all runs once more. */
    static TimeCauses of(CheckRequest request) throws IOException {
        Sides sides = new Sides();
        for (Path file : request.base()) {
            sides.addBase(run(file));
        }
        for (Path file : request.current()) {
            sides.addCurrent(run(file));
        }
        return new TimeCauses(Diff.of(sides, DiffOrder.parse("cause"), List.of(), false));
    }

    private static Run run(Path file) throws IOException {
        return Run.of(Correction.corrected(ProfileReader.readWithout(Run.UNNEEDED, file)));
    }

    /** One sentence for each method that is meant. */
    List<String> of(Finding finding) {
        return diff.methods().stream()
                .filter(row -> isOf(row, finding.subject()))
                .map(sentences::of)
                .toList();
    }

    private static boolean isOf(DiffRow row, Subject subject) {
        Method method = row.method();
        return (method.className() + "." + method.name()).equals(subject.name())
                && (subject.descriptor().isEmpty() || subject.descriptor().equals(method.descriptor()));
    }
}
