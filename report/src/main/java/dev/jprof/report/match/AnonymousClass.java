package dev.jprof.report.match;

import dev.jprof.report.model.MethodKey;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A class with a number in its name.
 *
 * @param code hashes of its methods' code, by name and descriptor; 0 among them where one is unknown
 */
record AnonymousClass(String name, Map<String, Set<Long>> code) {
    /** More than names of methods can make up for. */
    static final int SAME_CODE = 1000;

    private static final int SAME_METHOD_NAME = 10;

    /** Constructors of anonymous classes are mostly alike. */
    private static final int SAME_CONSTRUCTOR = 3;

    private static final int SAME_NUMBER = 1;

    void add(MethodKey method, long hash) {
        code.computeIfAbsent(method.name() + method.descriptor(), absent -> new HashSet<>())
                .add(hash);
    }

    /** How much speaks for its being another one under another number; 0 if nothing. */
    int likeness(AnonymousClass other) {
        int likeness = name.equals(other.name) ? SAME_NUMBER : 0;
        for (Map.Entry<String, Set<Long>> method : code.entrySet()) {
            Set<Long> hashes = other.code.get(method.getKey());
            if (hashes != null) {
                likeness += likeness(method.getKey().startsWith("<"), method.getValue(), hashes);
            }
        }
        return likeness;
    }

    private static int likeness(boolean constructor, Set<Long> hashes, Set<Long> others) {
        boolean same = hashes.stream().anyMatch(hash -> hash != 0 && others.contains(hash));
        if (constructor) {
            return same ? SAME_CONSTRUCTOR : 0;
        }
        return same ? SAME_CODE : SAME_METHOD_NAME;
    }
}
