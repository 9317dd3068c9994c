package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one rule finds in one run. A rule on times knows nothing of leaves, whose time is their callers'.
 *
 * @param values of each subject that the rule matches; NaN where the run does not know
 * @param untimed subjects that have nothing but leaves, and so no value
 * @param leaves the leaves that are left out, each overload by itself
 */
record ValuesOfRule(Map<Subject, Double> values, Set<Subject> untimed, Set<Subject> leaves) {

    /** @param locations gets those of the subjects */
    static ValuesOfRule of(Rule rule, TablesOfRun tables, Map<Subject, Location> locations) {
        Map<Subject, Double> values = new HashMap<>();
        MethodTable table = tables.of(rule);
        for (MethodStats row : table.rows()) {
            if (isJudged(rule, row.method())) {
                Subject subject = Subject.of(rule, row.method());
                values.put(subject, value(rule.metric(), row, table, tables.whole()));
                locations.put(subject, subject.sum() ? Location.NOWHERE : Location.of(row.method()));
            }
        }
        Set<Subject> untimed = new HashSet<>();
        Set<Subject> leaves = new HashSet<>();
        for (MethodStats row : tables.all()) {
            Method method = row.method();
            if (isLeaf(rule, method) && matches(rule, method)) {
                leaves.add(Subject.overload(method.qualifiedName(), method.descriptor()));
                Subject subject = Subject.of(rule, method);
                if (!values.containsKey(subject)) {
                    untimed.add(subject);
                }
            }
        }
        return new ValuesOfRule(values, untimed, leaves);
    }

    static boolean isJudged(Rule rule, Method method) {
        return !isLeaf(rule, method) && matches(rule, method);
    }

    private static boolean isLeaf(Rule rule, Method method) {
        return !method.timed() && rule.metric().isOfTime();
    }

    private static boolean matches(Rule rule, Method method) {
        return method.kind() != Method.Kind.SYNTHETIC
                && rule.methods().matches(method.qualifiedName(), method.descriptor());
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
