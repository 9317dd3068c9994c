package dev.jprof.report.check;

import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.statistics.CommonFactor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds to what broke what is the reason. Reads profiles once more, and only if something broke. */
final class Causes {
    private Causes() {}

    /** @param counted whether the runs have calls */
    static CheckResult addTo(
            CheckResult result, CheckRequest request, RunReader reader, Optional<CommonFactor> factor, boolean counted)
            throws IOException {
        List<Finding> broken = result.with(Outcome.REGRESSION);
        if (broken.isEmpty()) {
            return result;
        }
        List<Finding> slower = broken.stream().filter(SlowerPaths::has).toList();
        Map<Finding, List<String>> paths =
                slower.isEmpty() || factor.isEmpty() ? Map.of() : SlowerPaths.of(slower, request, reader, factor.get());
        List<Finding> more = broken.stream().filter(Causes::isCalledMore).toList();
        Map<Finding, List<String>> calls =
                TellingRuns.lines(more, counted ? dearer(broken, paths) : List.of(), request, reader);
        Optional<TimeCauses> times = broken.stream().anyMatch(TimeCauses::has)
                ? Optional.of(TimeCauses.of(request, reader))
                : Optional.empty();
        Optional<AllocationCauses> allocations = broken.stream().anyMatch(AllocationCauses::hasSum)
                ? Optional.of(AllocationCauses.of(request, reader))
                : Optional.empty();
        return result.map(finding -> {
            List<String> lines = new ArrayList<>();
            if (TimeCauses.has(finding)) {
                times.ifPresent(causes -> lines.addAll(causes.of(finding)));
            }
            if (AllocationCauses.hasSum(finding)) {
                allocations.ifPresent(causes -> lines.addAll(causes.of(finding)));
            }
            lines.addAll(paths.getOrDefault(finding, List.of()));
            lines.addAll(calls.getOrDefault(finding, List.of()));
            return finding.with(lines);
        });
    }

    /** Of what it is asked whether it is called more often. */
    private static List<Finding> dearer(List<Finding> broken, Map<Finding, List<String>> paths) {
        Stream<Finding> allocating = broken.stream().filter(AllocationCauses::hasMethod);
        return Stream.concat(allocating, paths.keySet().stream()).toList();
    }

    private static boolean isCalledMore(Finding finding) {
        return finding.outcome() == Outcome.REGRESSION && finding.rule().metric() == RuleMetric.CALLS;
    }
}
