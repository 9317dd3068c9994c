package dev.jprof.report.match;

import dev.jprof.report.model.Descriptor;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.view.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a base calls otherwise and was taken for the same.
 *
 * @param classes old names of classes by new ones
 * @param methods old signatures of methods by new ones; the class is called as it is now
 */
public record OtherNames(Map<String, String> classes, Map<String, String> methods) {
    public static final OtherNames NONE = new OtherNames(Map.of(), Map.of());

    private static final int MOST_NOTES = 5;

    public OtherNames {
        classes = new TreeMap<>(classes);
        methods = new TreeMap<>(methods);
    }

    /**
     * Old signatures by new ones, with the class as it is called now. Java has no two methods whose results alone differ, so that
     * such are the same goes without saying.
     */
    public static Map<String, String> signatures(Map<MethodKey, MethodKey> oldByNew) {
        Map<String, String> signatures = new TreeMap<>();
        oldByNew.forEach((now, then) -> {
            String current = signature(now, now);
            String old = signature(now, then);
            if (!current.equals(old)) {
                signatures.put(current, old);
            }
        });
        return signatures;
    }

    private static String signature(MethodKey named, MethodKey method) {
        return named.qualifiedName() + "(" + Descriptor.parameterTypes(method.descriptor()) + ")";
    }

    /** One line each, or for the first of many. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        add("class", classes, "classes", notes);
        add("method", methods, "methods", notes);
        return notes;
    }

    private static void add(String what, Map<String, String> oldByNew, String several, List<String> notes) {
        oldByNew.entrySet().stream()
                .limit(MOST_NOTES)
                .map(names -> "taken for the same " + what + ": " + Printable.of(names.getValue()) + " of the base and "
                        + Printable.of(names.getKey()))
                .forEach(notes::add);
        if (oldByNew.size() > MOST_NOTES) {
            notes.add("and " + (oldByNew.size() - MOST_NOTES) + " more " + several);
        }
    }
}
