package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.compare.Diff;
import dev.jprof.report.compare.DiffOrder;
import dev.jprof.report.compare.DiffRow;
import dev.jprof.report.compare.Run;
import dev.jprof.report.compare.Sentences;
import dev.jprof.report.compare.Sides;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Why a method takes longer: what {@code jprof diff} says of it, whose parts sum to the change. Overloads are a line each; of a sum
 * the methods that grew most are.
 */
final class TimeCauses {
    private static final Set<RuleMetric> TIMES =
            Set.of(RuleMetric.SELF, RuleMetric.TOTAL, RuleMetric.PERCALL, RuleMetric.P99, RuleMetric.SHARE);

    /** Of a sum so many methods are named. */
    private static final int MEMBERS = 3;

    private final Diff diff;
    private final Sentences sentences;

    private TimeCauses(Diff diff) {
        this.diff = diff;
        this.sentences = new Sentences(diff);
    }

    static boolean has(Finding finding) {
        return finding.outcome() == Outcome.REGRESSION
                && TIMES.contains(finding.rule().metric())
                && finding.base().length > 0;
    }

    /** Reads all runs once more. */
    static TimeCauses of(CheckRequest request, RunReader reader) throws IOException {
        Sides sides = new Sides();
        for (Path file : request.base()) {
            sides.addBase(run(file, reader));
        }
        for (Path file : request.current()) {
            sides.addCurrent(run(file, reader));
        }
        return new TimeCauses(Diff.of(sides, DiffOrder.parse("cause"), List.of(), false));
    }

    private static Run run(Path file, RunReader reader) throws IOException {
        return Run.of(Correction.corrected(reader.readTimes(file)));
    }

    /** One sentence for each method that is meant. */
    List<String> of(Finding finding) {
        Stream<DiffRow> rows = finding.subject().sum()
                ? grown(finding.rule())
                : diff.methods().stream().filter(row -> finding.subject().isOf(row.method()));
        return rows.map(sentences::of).toList();
    }

    private Stream<DiffRow> grown(Rule rule) {
        ToLongFunction<DiffRow> gain =
                rule.metric() == RuleMetric.SELF ? row -> row.ofSelf().delta() : DiffRow::own;
        return diff.methods().stream()
                .filter(row -> row.method().kind() != Method.Kind.SYNTHETIC)
                .filter(row -> rule.methods()
                        .matches(row.method().qualifiedName(), row.method().descriptor()))
                .filter(row -> row.ofTotal().delta() > 0 || row.ofSelf().delta() > 0)
                .filter(row -> gain.applyAsLong(row) > 0)
                .sorted(Comparator.comparingLong(gain).reversed())
                .limit(MEMBERS);
    }
}
