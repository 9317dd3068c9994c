package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class or a method that ran without probes: a profile has no calls of it, which is not none.
 *
 * @param className as {@link MethodKey} has it
 * @param method the method's name as {@link MethodKey} has it; empty for a whole class
 * @param descriptor empty for a whole class
 * @param reason the agent's
 */
public record Skip(String className, String method, String descriptor, String reason) {
    private static final String LIST = "skipped";

    /** What a profile says that it left out; there may have been more than the first thousand. */
    public static List<Skip> of(Meta meta) {
        List<Skip> skips = new ArrayList<>();
        for (Object stored : meta.values().get(LIST) instanceof List<?> all ? all : List.of()) {
            if (stored instanceof Map<?, ?> skip) {
                skips.add(new Skip(
                        GeneratedNames.stableClass(text(skip, "class")),
                        GeneratedNames.stableMethod(text(skip, "method")),
                        GeneratedNames.stableDescriptor(text(skip, "desc")),
                        text(skip, "reason")));
            }
        }
        return skips;
    }

    /** The same meta with other names for some classes, by those that {@link MethodKey} has. */
    static Meta renamed(Meta meta, Map<String, String> names) {
        Map<String, Object> values = new LinkedHashMap<>(meta.values());
        values.computeIfPresent(
                LIST,
                (key, list) -> list instanceof List<?> all
                        ? all.stream()
                                .map(skip -> skip instanceof Map<?, ?> one ? renamed(one, names) : skip)
                                .toList()
                        : list);
        return new Meta(values);
    }

    private static Map<Object, Object> renamed(Map<?, ?> skip, Map<String, String> names) {
        Map<Object, Object> renamed = new LinkedHashMap<>(skip);
        String name = names.get(GeneratedNames.stableClass(text(skip, "class")));
        if (name != null) {
            renamed.put("class", name);
        }
        return renamed;
    }

    private static String text(Map<?, ?> skip, String key) {
        return skip.get(key) instanceof String text ? text : "";
    }

    public boolean isWholeClass() {
        return method.isEmpty();
    }

    /** Class and method joined by a dot; a whole class has nothing behind the dot. */
    public String qualifiedName() {
        return className + "." + method;
    }

    /** {@code com.acme.Dao.find(int)}, or the class. */
    public String printed() {
        return isWholeClass() ? className : qualifiedName() + "(" + Descriptor.parameterTypes(descriptor) + ")";
    }
}
