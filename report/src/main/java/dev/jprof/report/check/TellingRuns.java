package dev.jprof.report.check;

import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which run of either side tells why something is called more often: of counts those that were judged, the newest of the base
 * and the new one with the most calls.
 *
 * @param overloads whether each overload is a method of its own
 */
record TellingRuns(int base, int current, boolean overloads) {
    private static TellingRuns ofCounts(Finding finding) {
        int most = 0;
        for (int run = 1; run < finding.current().length; run++) {
            most = finding.current()[run] > finding.current()[most] ? run : most;
        }
        return new TellingRuns(finding.base().length - 1, most, isOfOverload(finding));
    }

    private static TellingRuns ofCosts(CostCalls calls) {
        return new TellingRuns(calls.medianOfBase(), calls.medianOfCurrent(), isOfOverload(calls.finding()));
    }

    private static boolean isOfOverload(Finding finding) {
        return finding.rule().methods().isOverload();
    }

    /**
     * What calls say of findings, one line each. Holds two profiles at a time.
     *
     * @param more of calls
     * @param dearer of times and bytes
     */
    static Map<Finding, List<String>> lines(
            List<Finding> more, List<Finding> dearer, CheckRequest request, RunReader reader) throws IOException {
        Map<TellingRuns, Map<Finding, Function<CallCauses, List<String>>>> asked = new LinkedHashMap<>();
        for (Finding finding : more) {
            asked.computeIfAbsent(ofCounts(finding), runs -> new LinkedHashMap<>())
                    .put(finding, causes -> ofMore(finding, causes));
        }
        for (CostCalls calls : CostCalls.of(dearer, request, reader)) {
            asked.computeIfAbsent(ofCosts(calls), runs -> new LinkedHashMap<>()).put(calls.finding(), calls::lines);
        }
        Map<Finding, List<String>> lines = new HashMap<>();
        for (TellingRuns runs : asked.keySet()) {
            CallCauses causes = runs.read(request, reader);
            asked.get(runs).forEach((finding, question) -> lines.put(finding, question.apply(causes)));
        }
        return lines;
    }

    private static List<String> ofMore(Finding finding, CallCauses causes) {
        return finding.subject().sum() ? causes.ofSum(finding.rule().methods()) : causes.ofMethod(finding.subject());
    }

    private CallCauses read(CheckRequest request, RunReader reader) throws IOException {
        return new CallCauses(
                counts(reader.read(request.base().get(base))),
                counts(reader.read(request.current().get(current))),
                request.base().size() == 1);
    }

    private CallCounts counts(Profile profile) {
        return CallCounts.of(profile, overloads);
    }
}
