package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules need to know of one run, so that the profile itself can go.
 *
 * @param weight what times are of
 * @param byRule what each rule finds
 * @param locations where methods stand
 * @param selves self times of all methods, ns
 * @param codes hashes of the code of those methods of which it is known
 * @param durations whether it is known how long single calls took
 */
record ValuesOfRun(
        Meta meta,
        Metric weight,
        List<ValuesOfRule> byRule,
        Map<Subject, Location> locations,
        Map<MethodKey, Long> selves,
        Map<MethodKey, Long> codes,
        boolean durations) {

    static ValuesOfRun of(Profile recorded, List<Rule> rules) {
        TablesOfRun tables =
                new TablesOfRun(KeyedProfile.of(Correction.corrected(recorded)).profile());
        Map<MethodKey, Long> selves = new HashMap<>();
        Map<MethodKey, Long> codes = new HashMap<>();
        for (MethodStats row : tables.all()) {
            MethodKey key = MethodKey.of(row.method());
            selves.put(key, row.self());
            if (row.method().hash() != 0) {
                codes.put(key, row.method().hash());
            }
        }
        Map<Subject, Location> locations = new HashMap<>();
        List<ValuesOfRule> byRule = rules.stream()
                .map(rule -> ValuesOfRule.of(rule, tables, locations))
                .toList();
        return new ValuesOfRun(
                recorded.meta(),
                recorded.tree().weight(),
                byRule,
                locations,
                selves,
                codes,
                recorded.tree().histograms().size() > 0);
    }

    /** Whether no method that both runs called has other code in the other. */
    boolean hasCodeOf(ValuesOfRun other) {
        return codes.entrySet().stream()
                .allMatch(code ->
                        other.codes.getOrDefault(code.getKey(), code.getValue()).equals(code.getValue()));
    }

    boolean overflowed() {
        return meta.values().containsKey("overflow");
    }
}
