package dev.jprof.report.check;

import dev.jprof.report.check.rule.Mistake;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.model.Descriptor;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.view.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A rule that speaks of nothing: a test that can't fail is worse than none. */
final class NoSuchMethod {
    private static final int NAMED = 3;

    private NoSuchMethod() {}

    /** Names the methods that the rule may have meant. */
    static Mistake of(Rule rule, Set<MethodKey> known) {
        String pattern = rule.methods().toString();
        String problem = "no method matches '" + pattern + "' on either side";
        TreeSet<String> names = new TreeSet<>();
        boolean isClass = false;
        for (MethodKey method : known) {
            names.add(name(rule, method));
            isClass |= method.className().equals(pattern);
        }
        if (isClass) {
            return new Mistake(rule.place(), problem, pattern + " is a class: write " + pattern + ".* for its methods");
        }
        if (names.isEmpty()) {
            return new Mistake(rule.place(), problem, "the profiles hold no method at all: record with other filters");
        }
        List<String> nearest = Nearest.toPattern(pattern, List.copyOf(names));
        String listed = String.join(", ", nearest.subList(0, Math.min(NAMED, nearest.size())));
        return new Mistake(rule.place(), problem, "the nearest are " + listed);
    }

    /** How a rule has to call a method. */
    static String name(Rule rule, MethodKey method) {
        return rule.methods().isOverload()
                ? method.qualifiedName() + "(" + Descriptor.parameterTypes(method.descriptor()) + ")"
                : method.qualifiedName();
    }
}
