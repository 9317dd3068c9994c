package dev.jprof.report.match;

import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classes of a profile that a compiler numbers as it comes to them: anonymous and local ones, closures. One more of them in the
 * source gives all that follow another number, so another build's {@code Outer$2} may be this one's {@code Outer$1}. They are told
 * by the code of their methods, their order in the source, and only then by their numbers.
 */
public final class AnonymousClasses {
    /** Of a class whose name is another one's here. */
    public static final String GONE = " (gone)";

    /** {@code Outer$1}, {@code Outer$1Local}; Kotlin's {@code Foo$bar$1}, Scala's {@code Foo$$anon$1}, Groovy's {@code Foo$_run_closure1}. */
    private static final Pattern NUMBER = Pattern.compile("(\\$|_closure|_lambda)([0-9]+)");

    /** Comparing each class of one side with each of the other takes no longer than reading a profile. */
    private static final int MOST_PAIRS = 1_000_000;

    private final Map<String, List<AnonymousClass>> groups = new HashMap<>();

    private AnonymousClasses() {}

    public static AnonymousClasses of(List<Method> methods) {
        Map<String, AnonymousClass> byName = new HashMap<>();
        AnonymousClasses all = new AnonymousClasses();
        for (Method method : methods) {
            if (method.className().indexOf('$') >= 0
                    && NUMBER.matcher(method.className()).find()) {
                MethodKey key = MethodKey.of(method);
                byName.computeIfAbsent(key.className(), all::add).add(key, method.hash());
            }
        }
        all.groups.values().forEach(group -> group.sort(Comparator.comparing(one -> inOrder(one.name()))));
        return all;
    }

    private AnonymousClass add(String name) {
        AnonymousClass added = new AnonymousClass(name, new HashMap<>());
        groups.computeIfAbsent(NUMBER.matcher(name).replaceAll("$1#"), absent -> new ArrayList<>())
                .add(added);
        return added;
    }

    /** The tenth comes after the ninth. */
    private static String inOrder(String name) {
        return NUMBER.matcher(name)
                .replaceAll(number ->
                        "0".repeat(Math.max(0, 10 - number.group(2).length())) + number.group(2));
    }

    /**
     * What another profile's classes are called here, where that is not what they are called there. One that is none of these and
     * has the name of one ends with {@link #GONE}.
     *
     * @return new names by the other profile's names
     */
    public Map<String, String> namesOf(AnonymousClasses other) {
        Map<String, String> names = new HashMap<>();
        other.groups.forEach((group, theirs) -> {
            List<AnonymousClass> known = groups.getOrDefault(group, List.of());
            if (!known.equals(theirs) && (long) known.size() * theirs.size() <= MOST_PAIRS) {
                addNames(known, theirs, names);
            }
        });
        return names;
    }

    private static void addNames(List<AnonymousClass> known, List<AnonymousClass> theirs, Map<String, String> names) {
        int[] partners = new Pairing(known, theirs).partners();
        Set<String> taken = new HashSet<>();
        known.forEach(one -> taken.add(one.name()));
        for (int i = 0; i < partners.length; i++) {
            String name = theirs.get(i).name();
            String own =
                    partners[i] == Pairing.NONE ? name : known.get(partners[i]).name();
            if (!own.equals(name)) {
                names.put(name, own);
            } else if (partners[i] == Pairing.NONE && taken.contains(name)) {
                names.put(name, name + GONE);
            }
        }
    }
}
