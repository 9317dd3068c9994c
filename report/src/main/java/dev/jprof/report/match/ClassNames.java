package dev.jprof.report.match;

import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the classes of other profiles are called in this one, where they are called otherwise. Immutable. */
public final class ClassNames {
    private final List<MethodKey> keys;
    private final AnonymousClasses anonymous;

    /** @param known the methods of this profile */
    public ClassNames(List<Method> known) {
        this.keys = keys(known);
        this.anonymous = AnonymousClasses.of(known);
    }

    /** The names here of a run of the same program by the names there: of anonymous classes, which may be numbered otherwise. */
    public Map<String, String> ofAnother(List<Method> run) {
        return anonymous.namesOf(AnonymousClasses.of(run));
    }

    /** The names here of a base's classes by the names there: classes may have been renamed since. */
    public Map<String, String> ofBase(List<Method> base) {
        Map<String, String> names = new HashMap<>(ofAnother(base));
        // Anonymous classes are told by more than the names of their methods.
        RenamedClasses.between(keys(base), keys).forEach((now, then) -> names.putIfAbsent(then, now));
        return names;
    }

    /**
     * Old names by new ones of the classes that a base has.
     *
     * @param names what {@link #ofBase} found
     */
    public static Map<String, String> oldByNew(Map<String, String> names) {
        Map<String, String> oldByNew = new TreeMap<>();
        names.forEach((then, now) -> {
            if (!now.endsWith(AnonymousClasses.GONE)) {
                oldByNew.put(now, then);
            }
        });
        return oldByNew;
    }

    private static List<MethodKey> keys(List<Method> methods) {
        return methods.stream().map(MethodKey::of).toList();
    }
}
