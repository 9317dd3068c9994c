package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.model.Descriptor;
import dev.jprof.report.model.Method;
import dev.jprof.report.view.Printable;

/**
 * What a rule judges: a method with all of its overloads, one of them, or the sum over all that the rule matches.
 *
 * @param name class and method joined by a dot; for a sum, the rule's pattern
 * @param descriptor of one overload; empty for all together
 */
public record Subject(String name, String descriptor, boolean sum) implements Comparable<Subject> {
    /** What a rule judges a method as that it matches. */
    static Subject of(Rule rule, Method method) {
        if (rule.sum()) {
            return sumOf(rule.methods().toString());
        }
        return rule.methods().isOverload()
                ? overload(method.qualifiedName(), method.descriptor())
                : method(method.qualifiedName());
    }

    static Subject method(String name) {
        return new Subject(name, "", false);
    }

    static Subject overload(String name, String descriptor) {
        return new Subject(name, descriptor, false);
    }

    static Subject sumOf(String pattern) {
        return new Subject(pattern, "", true);
    }

    /** Whether it is this method, alone or with its overloads; false of a sum, whose methods the rule knows. */
    boolean isOf(Method method) {
        return !sum
                && method.qualifiedName().equals(name)
                && (descriptor.isEmpty() || descriptor.equals(method.descriptor()));
    }

    /** Safe to print: {@code com.acme.Dao.find(int)}. */
    public String printed() {
        String parameters = descriptor.isEmpty() ? "" : "(" + Descriptor.parameterTypes(descriptor) + ")";
        String text = Printable.of(name + parameters);
        return sum ? "sum of " + text : text;
    }

    @Override
    public int compareTo(Subject other) {
        int order = name.compareTo(other.name);
        return order != 0 ? order : descriptor.compareTo(other.descriptor);
    }
}
