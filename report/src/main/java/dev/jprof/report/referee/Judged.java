package dev.jprof.report.referee;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The methods that both profiles can have a time for: those with a time of their own in the instrumented one. What else is on a path
 * (the JDK's methods, leaves, what was left out) is part of the method that called it, in both.
 *
 * @param overloads whether methods of one name are told apart; a profile whose stacks know no descriptors can't
 */
record Judged(Set<MethodKey> methods, boolean overloads) {
    static Judged of(Profile instrumented, Profile sampled) {
        boolean overloads = sampled.methods().stream()
                .noneMatch(method ->
                        !method.className().isEmpty() && method.descriptor().isEmpty());
        Judged judged = new Judged(new HashSet<>(), overloads);
        instrumented.methods().stream()
                .filter(method -> method.kind() == Method.Kind.JAVA && method.timed())
                .forEach(method -> judged.methods.add(judged.key(method)));
        return judged;
    }

    MethodKey key(Method method) {
        MethodKey key = MethodKey.of(method);
        return overloads ? key : new MethodKey(key.kind(), key.className(), key.name(), "");
    }

    /** Sums a number of each node by the innermost judged method of its path; what has none is in no sum. */
    Map<MethodKey, Long> sums(Profile profile, long[] numbers) {
        CallTree tree = profile.tree();
        MethodKey[] keys = profile.methods().stream().map(this::key).toArray(MethodKey[]::new);
        int[] owner = new int[tree.size()];
        Map<MethodKey, Long> sums = new HashMap<>();
        for (int node = 0; node < owner.length; node++) {
            boolean judged = !tree.isRoot(node) && methods.contains(keys[tree.method(node)]);
            owner[node] = judged ? node : tree.isRoot(node) ? -1 : owner[tree.parent(node)];
            if (owner[node] >= 0 && numbers[node] > 0) {
                sums.merge(keys[tree.method(owner[node])], numbers[node], Long::sum);
            }
        }
        return sums;
    }

    /** The self times, of wall time whole, else without waiting. */
    static long[] times(Profile instrumented, boolean wall) {
        long[] waiting = instrumented.tree().column(Metric.WAITING);
        long[] times = new long[waiting.length];
        for (int node = 0; node < times.length; node++) {
            times[node] = Math.max(0, instrumented.tree().self(node) - (wall ? 0 : waiting[node]));
        }
        return times;
    }
}
