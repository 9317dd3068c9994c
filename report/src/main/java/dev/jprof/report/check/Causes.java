package dev.jprof.report.check;

import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.statistics.CommonFactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to what broke what is the reason. Reads profiles once more, and only if something broke. */
final class Causes {
    private Causes() {}

    static CheckResult addTo(CheckResult result, CheckRequest request, Optional<CommonFactor> factor)
            throws IOException {
        List<Finding> broken = result.with(Outcome.REGRESSION);
        if (broken.isEmpty()) {
            return result;
        }
        CallCauses calls =
                new CallCauses(ProfileReader.read(last(request.base())), ProfileReader.read(last(request.current())));
        List<Finding> slower = broken.stream().filter(SlowerPaths::has).toList();
        Map<Finding, List<String>> paths =
                slower.isEmpty() || factor.isEmpty() ? Map.of() : SlowerPaths.of(slower, request, factor.get());
        Optional<TimeCauses> times =
                broken.stream().anyMatch(TimeCauses::has) ? Optional.of(TimeCauses.of(request)) : Optional.empty();
        Optional<AllocationCauses> allocations = broken.stream().anyMatch(AllocationCauses::has)
                ? Optional.of(AllocationCauses.of(request))
                : Optional.empty();
        return result.map(finding -> {
            if (isCalledMore(finding)) {
                return finding.with(calls.of(finding));
            }
            if (AllocationCauses.has(finding)) {
                return finding.with(allocations.orElseThrow().of(finding, calls));
            }
            List<String> lines = new ArrayList<>();
            if (TimeCauses.has(finding)) {
                times.ifPresent(causes -> lines.addAll(causes.of(finding)));
            }
            lines.addAll(paths.getOrDefault(finding, List.of()));
            if (paths.containsKey(finding)) {
                lines.addAll(calls.ofCost(finding.subject().name(), "takes longer"));
            }
            return finding.with(lines);
        });
    }

    private static boolean isCalledMore(Finding finding) {
        return finding.outcome() == Outcome.REGRESSION && finding.rule().metric() == RuleMetric.CALLS;
    }

    private static Path last(List<Path> files) {
        return files.get(files.size() - 1);
    }
}
