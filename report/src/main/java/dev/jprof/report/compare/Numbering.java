package dev.jprof.report.compare;

import dev.jprof.report.match.AnonymousClasses;
import dev.jprof.report.match.ChangedSignatures;
import dev.jprof.report.match.OtherNames;
import dev.jprof.report.match.RenamedClasses;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.PairIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that mean the same in all runs: of methods, of pairs of caller and callee, and of paths, which are those of any thread.
 * A path's number is greater than that of the path above it.
 */
final class Numbering {
    /** The path that all threads begin with. */
    static final int ROOT = 0;

    private static final int NOTHING = -1;

    private final Map<MethodKey, Integer> numbers = new HashMap<>();
    private final List<MethodKey> keys = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();
    private Map<String, String> renamed = Map.of();
    private Map<MethodKey, MethodKey> signed = Map.of();
    private @Nullable AnonymousClasses anonymous;
    private final PairIndex edges = new PairIndex();
    private final PairIndex paths = new PairIndex();

    Numbering() {
        paths.of(NOTHING, NOTHING);
    }

    /** The numbers of a profile's methods; files and lines are those of the last profile that has the method. */
    int[] methods(KeyedProfile profile) {
        Map<String, String> oldNames = numberedAnew(profile);
        oldNames.putAll(renamed);
        int[] found = new int[profile.keys().size()];
        for (int i = 0; i < found.length; i++) {
            MethodKey named = named(profile.keys().get(i), oldNames);
            MethodKey key = signed.getOrDefault(named, named);
            Method method = profile.profile().methods().get(i);
            Integer known = numbers.putIfAbsent(key, keys.size());
            if (known == null) {
                found[i] = keys.size();
                keys.add(key);
                methods.add(method);
            } else {
                found[i] = known;
                methods.set(known, method);
            }
        }
        return found;
    }

    /** Finds out which classes and methods of a profile are known here by other names; from now on they go by those. */
    OtherNames findRenamed(KeyedProfile profile) {
        Map<String, String> oldNames = numberedAnew(profile);
        renamed = RenamedClasses.between(keys, named(profile, oldNames));
        oldNames.putAll(renamed);
        List<MethodKey> others = named(profile, oldNames);
        signed = ChangedSignatures.between(keys, others);
        Map<MethodKey, MethodKey> oldByNew = new HashMap<>();
        for (int method = 0; method < others.size(); method++) {
            MethodKey now = profile.keys().get(method);
            Optional.ofNullable(signed.get(others.get(method))).ifPresent(then -> oldByNew.put(now, then));
        }
        oldNames.values().removeIf(name -> name.endsWith(AnonymousClasses.GONE));
        return new OtherNames(oldNames, OtherNames.signatures(oldByNew));
    }

    private static List<MethodKey> named(KeyedProfile profile, Map<String, String> names) {
        return profile.keys().stream().map(key -> named(key, names)).toList();
    }

    /** Of anonymous classes: by which name another is known here. */
    private Map<String, String> numberedAnew(KeyedProfile profile) {
        AnonymousClasses classes = AnonymousClasses.of(profile.profile().methods());
        if (anonymous == null) {
            anonymous = classes;
        }
        return anonymous.namesOf(classes);
    }

    private static MethodKey named(MethodKey key, Map<String, String> names) {
        String name = names.get(key.className());
        return name == null ? key : new MethodKey(key.kind(), name, key.name(), key.descriptor());
    }

    int edge(int caller, int callee) {
        return edges.of(caller, callee);
    }

    /** @param before the path asked for before: those of one program come in the same order in each of its runs */
    int path(int above, int method, int before) {
        return paths.of(above, method, before + 1);
    }

    /** No more runs come in. */
    void end() {
        edges.end();
        paths.end();
    }

    /** A run with so many paths comes in; most of them are known unless it is the first. */
    void expectPaths(int count) {
        if (paths.size() == 1) {
            paths.expect(count);
        }
    }

    int methodCount() {
        return keys.size();
    }

    int edgeCount() {
        return edges.size();
    }

    int pathCount() {
        return paths.size();
    }

    MethodKey key(int method) {
        return keys.get(method);
    }

    List<Method> methods() {
        return methods;
    }

    int callerOf(int edge) {
        return edges.left(edge);
    }

    int calleeOf(int edge) {
        return edges.right(edge);
    }

    /** The path above, or -1 for {@link #ROOT}. */
    int above(int path) {
        return paths.left(path);
    }

    /** The last method of a path. */
    int methodOf(int path) {
        return paths.right(path);
    }
}
