package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A profile in which methods of one {@linkplain MethodKey key} are one method, under the names that the key has: two of them can
 * be laid beside each other. Lines are those of the first such method. Paths are as before, so a node may have two children of
 * one method.
 *
 * @param keys the key of each of the profile's methods
 * @param hashes the {@linkplain Method#hash() hashes} of what each stands for, with 0 among them if one is unknown
 */
public record KeyedProfile(Profile profile, List<MethodKey> keys, List<Set<Long>> hashes) {
    public KeyedProfile {
        keys = List.copyOf(keys);
        hashes = List.copyOf(hashes);
    }

    public static KeyedProfile of(Profile profile) {
        Map<MethodKey, Integer> numbers = new HashMap<>();
        List<MethodKey> keys = new ArrayList<>();
        List<Method> methods = new ArrayList<>();
        List<Set<Long>> hashes = new ArrayList<>();
        int[] numberOf = new int[profile.methods().size()];
        for (int old = 0; old < numberOf.length; old++) {
            Method method = profile.methods().get(old);
            MethodKey key = MethodKey.of(method);
            Integer known = numbers.putIfAbsent(key, keys.size());
            if (known == null) {
                numberOf[old] = keys.size();
                keys.add(key);
                methods.add(named(method, key));
                hashes.add(Set.of(method.hash()));
            } else {
                numberOf[old] = known;
                methods.set(known, joined(methods.get(known), method));
                hashes.set(known, with(hashes.get(known), method.hash()));
            }
        }
        return new KeyedProfile(withMethods(profile, methods, numberOf), keys, hashes);
    }

    private static Set<Long> with(Set<Long> hashes, long hash) {
        Set<Long> more = new HashSet<>(hashes);
        more.add(hash);
        return more;
    }

    private static Method named(Method method, MethodKey key) {
        return new Method(
                key.className(),
                key.name(),
                key.descriptor(),
                method.file(),
                method.line(),
                key.kind(),
                method.timed(),
                method.hash());
    }

    private static Method joined(Method known, Method other) {
        return new Method(
                known.className(),
                known.name(),
                known.descriptor(),
                known.file(),
                known.line(),
                known.kind(),
                known.timed() || other.timed(),
                known.hash() == other.hash() ? known.hash() : 0);
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
        return new Profile(profile.meta(), methods, profile.threads(), tree.withMethods(renumbered));
    }
}
