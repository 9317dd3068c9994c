package dev.jprof.report.match;

import dev.jprof.report.model.MethodKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Classes that are called otherwise on the other side. A class that only the base has is one that only the other side has, when
 * they share at least three names of methods, these are half and more of either's, and neither shares as many with another.
 */
public final class RenamedClasses {
    private static final int LEAST_SHARED = 3;

    /** A name that more classes have tells none of them. */
    private static final int MOST_CLASSES = 50;

    private RenamedClasses() {}

    /** Old name by new name. */
    public static Map<String, String> between(Collection<MethodKey> base, Collection<MethodKey> current) {
        Map<String, Set<String>> before = namesByClass(base);
        Map<String, Set<String>> after = namesByClass(current);
        Set<String> stayed = new HashSet<>(before.keySet());
        stayed.retainAll(after.keySet());
        before.keySet().removeAll(stayed);
        after.keySet().removeAll(stayed);
        Map<String, String> forth = best(before, after);
        Map<String, String> back = best(after, before);
        Map<String, String> renamed = new TreeMap<>();
        back.forEach((newName, oldName) -> {
            if (newName.equals(forth.get(oldName))) {
                renamed.put(newName, oldName);
            }
        });
        return renamed;
    }

    private static Map<String, Set<String>> namesByClass(Collection<MethodKey> keys) {
        Map<String, Set<String>> names = new HashMap<>();
        for (MethodKey key : keys) {
            if (!key.className().isEmpty() && !key.name().startsWith("<")) {
                names.computeIfAbsent(key.className(), absent -> new HashSet<>())
                        .add(key.name());
            }
        }
        return names;
    }

    /** For each class the one of the others that shares most; none where two share as many. */
    private static Map<String, String> best(Map<String, Set<String>> classes, Map<String, Set<String>> others) {
        Map<String, List<String>> having = new HashMap<>();
        others.forEach((other, names) -> names.forEach(name ->
                having.computeIfAbsent(name, absent -> new ArrayList<>()).add(other)));
        Map<String, String> best = new HashMap<>();
        classes.forEach((className, names) -> {
            Map<String, Integer> shared = new HashMap<>();
            for (String name : names) {
                List<String> with = having.getOrDefault(name, List.of());
                if (with.size() <= MOST_CLASSES) {
                    with.forEach(other -> shared.merge(other, 1, Integer::sum));
                }
            }
            int most =
                    shared.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            List<String> winners = shared.keySet().stream()
                    .filter(other -> shared.getOrDefault(other, 0) == most)
                    .toList();
            if (winners.size() == 1 && isSame(most, names, others.getOrDefault(winners.get(0), Set.of()))) {
                best.put(className, winners.get(0));
            }
        });
        return best;
    }

    private static boolean isSame(int shared, Set<String> names, Set<String> others) {
        return shared >= LEAST_SHARED && 2 * shared >= names.size() && 2 * shared >= others.size();
    }
}
