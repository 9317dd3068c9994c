package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A profile in which methods of one {@linkplain MethodKey key} are one method, under the names that the key has: two of them can
 * be laid beside each other. Lines are those of the first such method. Paths are as before, so a node may have two children of
 * one method.
 *
 * @param keys the key of each of the profile's methods
 */
public record KeyedProfile(Profile profile, List<MethodKey> keys) {
    public KeyedProfile {
        keys = List.copyOf(keys);
    }

    public static KeyedProfile of(Profile profile) {
        Map<MethodKey, Integer> numbers = new HashMap<>();
        List<MethodKey> keys = new ArrayList<>();
        List<Method> methods = new ArrayList<>();
        int[] numberOf = new int[profile.methods().size()];
        for (int old = 0; old < numberOf.length; old++) {
            Method method = profile.methods().get(old);
            MethodKey key = MethodKey.of(method);
            Integer known = numbers.putIfAbsent(key, keys.size());
            if (known == null) {
                numberOf[old] = keys.size();
                keys.add(key);
                methods.add(named(method, key));
            } else {
                numberOf[old] = known;
                methods.set(known, joined(methods.get(known), method));
            }
        }
        return new KeyedProfile(withMethods(profile, methods, numberOf), keys);
    }

    private static Method named(Method method, MethodKey key) {
        return new Method(
                key.className(),
                key.name(),
                key.descriptor(),
                method.file(),
                method.line(),
                key.kind(),
                method.timed());
    }

    private static Method joined(Method known, Method other) {
        boolean timed = known.timed() || other.timed();
        return new Method(
                known.className(), known.name(), known.descriptor(), known.file(), known.line(), known.kind(), timed);
    }

    private static Profile withMethods(Profile profile, List<Method> methods, int[] numberOf) {
        if (methods.size() == numberOf.length && methods.equals(profile.methods())) {
            return profile;
        }
        CallTree tree = profile.tree();
        int[] renumbered = new int[tree.size()];
        for (int node = 0; node < renumbered.length; node++) {
            renumbered[node] = tree.isRoot(node) ? -1 : numberOf[tree.method(node)];
        }
        CallTree keyed = new CallTree(tree.parents(), renumbered, tree.columns(), tree.histograms());
        return new Profile(profile.meta(), methods, profile.threads(), keyed);
    }
}
