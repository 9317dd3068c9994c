package dev.jprof.report.check;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Edge;
import dev.jprof.report.model.JoinedMethods;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How often methods were called in one run, and by whom.
 *
 * @param callers calls by caller, of each callee
 */
record CallCounts(Map<Subject, Long> calls, Map<Subject, Map<Subject, Long>> callers) {
    /** Who calls what no instrumented method calls: a thread's beginning, or code without probes. */
    static final Subject OUTSIDE = Subject.method("");

    /** @param overloads whether each overload is a method of its own */
    static CallCounts of(Profile profile, boolean overloads) {
        Function<Method, Subject> subject = overloads
                ? method -> Subject.overload(method.qualifiedName(), method.descriptor())
                : method -> Subject.method(method.qualifiedName());
        Profile joined = JoinedMethods.of(KeyedProfile.of(profile).profile(), subject);
        MethodTable table = MethodTable.of(joined);
        CallCounts counts = new CallCounts(new HashMap<>(), new HashMap<>());
        for (MethodStats row : table.rows()) {
            if (row.method().kind() != Method.Kind.SYNTHETIC) {
                counts.calls.put(subject.apply(row.method()), row.calls());
            }
        }
        for (Edge edge : table.edges()) {
            counts.add(
                    subject.apply(table.method(edge.caller())),
                    subject.apply(table.method(edge.callee())),
                    edge.calls());
        }
        CallTree tree = joined.tree();
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node) && tree.isRoot(tree.parent(node))) {
                counts.add(OUTSIDE, subject.apply(table.method(tree.method(node))), tree.calls(node));
            }
        }
        return counts;
    }

    private void add(Subject caller, Subject callee, long more) {
        callers.computeIfAbsent(callee, any -> new TreeMap<>()).merge(caller, more, Long::sum);
    }

    long of(Subject method) {
        return calls.getOrDefault(method, 0L);
    }

    long by(Subject caller, Subject callee) {
        return callersOf(callee).getOrDefault(caller, 0L);
    }

    Map<Subject, Long> callersOf(Subject callee) {
        return callers.getOrDefault(callee, Map.of());
    }
}
