package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes one method of several, so that tables count calls of one inside another as recursion. */
public final class JoinedMethods {
    private JoinedMethods() {}

    /** Joins the methods that have equal keys, under the name of the first. Paths are as before. */
    public static Profile of(Profile profile, Function<Method, ?> key) {
        Map<Object, Integer> numbers = new HashMap<>();
        List<Method> methods = new ArrayList<>();
        int[] numberOf = new int[profile.methods().size()];
        for (int old = 0; old < numberOf.length; old++) {
            Method method = profile.methods().get(old);
            Integer known = numbers.putIfAbsent(key.apply(method), methods.size());
            if (known == null) {
                numberOf[old] = methods.size();
                methods.add(method);
            } else {
                numberOf[old] = known;
            }
        }
        return methods.size() == numberOf.length ? profile : renumbered(profile, methods, numberOf);
    }

    private static Profile renumbered(Profile profile, List<Method> methods, int[] numberOf) {
        CallTree tree = profile.tree();
        int[] of = new int[tree.size()];
        for (int node = 0; node < of.length; node++) {
            of[node] = tree.isRoot(node) ? -1 : numberOf[tree.method(node)];
        }
        return new Profile(profile.meta(), methods, profile.threads(), tree.withMethods(of));
    }
}
