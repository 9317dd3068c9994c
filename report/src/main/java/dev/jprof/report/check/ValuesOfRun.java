package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.JoinedMethods;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the rules need to know of one run, so that the profile itself can go.
 *
 * @param weight what times are of
 * @param byRule for each rule, the value of each subject that it matches; NaN where the run does not know
 * @param locations where methods stand
 * @param selves self times of all methods, ns
 * @param codes hashes of the code of those methods of which it is known
 */
record ValuesOfRun(
        Meta meta,
        Metric weight,
        List<Map<Subject, Double>> byRule,
        Map<Subject, Location> locations,
        Map<MethodKey, Long> selves,
        Map<MethodKey, Long> codes) {

    static ValuesOfRun of(Profile recorded, List<Rule> rules) {
        Profile profile = KeyedProfile.of(Correction.corrected(recorded)).profile();
        Map<MethodKey, Long> selves = new HashMap<>();
        Map<MethodKey, Long> codes = new HashMap<>();
        for (MethodStats row : MethodTable.of(profile).rows()) {
            MethodKey key = MethodKey.of(row.method());
            selves.put(key, row.self());
            if (row.method().hash() != 0) {
                codes.put(key, row.method().hash());
            }
        }
        double whole = selves.values().stream().mapToLong(Long::longValue).sum();
        Map<Subject, Location> locations = new HashMap<>();
        MethodTable byName = table(profile, method -> Subject.method(method.qualifiedName()));
        List<Map<Subject, Double>> byRule = new ArrayList<>();
        for (Rule rule : rules) {
            MethodTable table = rule.sum() || rule.methods().isOverload()
                    ? table(profile, method -> subject(rule, method))
                    : byName;
            Map<Subject, Double> values = new HashMap<>();
            for (MethodStats row : table.rows()) {
                if (matches(rule, row.method())) {
                    Subject subject = subject(rule, row.method());
                    values.put(subject, value(rule.metric(), row, table, whole));
                    locations.put(subject, subject.sum() ? Location.NOWHERE : Location.of(row.method()));
                }
            }
            byRule.add(values);
        }
        return new ValuesOfRun(recorded.meta(), recorded.tree().weight(), byRule, locations, selves, codes);
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

    private static boolean matches(Rule rule, Method method) {
        return method.kind() != Method.Kind.SYNTHETIC
                && rule.methods().matches(method.qualifiedName(), method.descriptor());
    }

    private static Subject subject(Rule rule, Method method) {
        if (rule.sum() && matches(rule, method)) {
            return Subject.sumOf(rule.methods().toString());
        }
        return rule.methods().isOverload()
                ? Subject.overload(method.qualifiedName(), method.descriptor())
                : Subject.method(method.qualifiedName());
    }

    /** The method table in which methods of one subject are one method, so that calls inside calls count once. */
    private static MethodTable table(Profile profile, Function<Method, Subject> subjects) {
        return MethodTable.of(JoinedMethods.of(profile, subjects));
    }

    private static double value(RuleMetric metric, MethodStats row, MethodTable table, double whole) {
        return switch (metric) {
            case CALLS -> row.calls();
            case SELF -> row.self();
            case TOTAL -> row.total();
            case PERCALL -> row.primitiveCalls() == 0 ? Double.NaN : (double) row.total() / row.primitiveCalls();
            case P99 -> {
                var durations = table.byMethod().of(row.index());
                yield durations.isEmpty() ? Double.NaN : durations.quantile(0.99);
            }
            case ALLOC -> row.allocated().known() ? row.allocated().self() : Double.NaN;
            case SHARE -> whole == 0 ? 0 : 100 * row.total() / whole;
        };
    }
}
