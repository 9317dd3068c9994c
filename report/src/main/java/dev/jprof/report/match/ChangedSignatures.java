package dev.jprof.report.match;

import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Methods that have other parameters or another result on the other side. One that only one side has is the one of its name and
 * class that only the other side has, when neither side has more of them. A program that calls another of the JDK's overloads has
 * not changed that.
 */
public final class ChangedSignatures {
    private ChangedSignatures() {}

    /** The known key of each of the others that is such a method. */
    public static Map<MethodKey, MethodKey> between(Collection<MethodKey> known, Collection<MethodKey> others) {
        Map<MethodKey, MethodKey> before = onlyOnes(known, others);
        Map<MethodKey, MethodKey> after = onlyOnes(others, known);
        return after.keySet().stream().filter(before::containsKey).collect(Collectors.toMap(after::get, before::get));
    }

    /** Those that the others have not, each by itself without its descriptor; none of two that are alike then. */
    private static Map<MethodKey, MethodKey> onlyOnes(Collection<MethodKey> keys, Collection<MethodKey> others) {
        Set<MethodKey> more = new HashSet<>(keys);
        more.removeAll(new HashSet<>(others));
        Map<MethodKey, MethodKey> ones = new HashMap<>();
        Set<MethodKey> several = new HashSet<>();
        for (MethodKey key : more) {
            if (key.kind() != Method.Kind.JAVA) {
                continue;
            }
            MethodKey unsigned = new MethodKey(key.kind(), key.className(), key.name(), "");
            if (ones.put(unsigned, key) != null) {
                several.add(unsigned);
            }
        }
        ones.keySet().removeAll(several);
        return ones;
    }
}
