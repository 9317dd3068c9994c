package dev.jprof.report.view;

import dev.jprof.report.model.Descriptor;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the methods of one profile are written: {@code com.acme.Foo.bar}, with parameter types where the class has several
 * methods of that name, in braces for a JDK method, in angle brackets for a span. All names are {@linkplain Printable safe to print}.
 */
public final class Names {
    private final List<Method> methods;
    private final Set<String> overloaded = new HashSet<>();

    public Names(Profile profile) {
        this.methods = profile.methods();
        Map<String, String> descriptors = new HashMap<>();
        for (Method method : methods) {
            String name = method.qualifiedName();
            String known = descriptors.putIfAbsent(name, method.descriptor());
            if (known != null && !known.equals(method.descriptor())) {
                overloaded.add(name);
            }
        }
    }

    /** Whether the profile has another method of the same class and name. */
    public boolean isOverloaded(int index) {
        return overloaded.contains(methods.get(index).qualifiedName());
    }

    /** The name without file and line. */
    public String function(int index) {
        Method method = methods.get(index);
        String name = method.qualifiedName();
        String parameters = isOverloaded(index) ? "(" + Descriptor.parameterTypes(method.descriptor()) + ")" : "";
        String whole = Printable.of(name + parameters);
        return switch (method.kind()) {
            case JDK -> "{" + whole + "}";
            case SPAN -> "<" + whole + ">";
            case JAVA, SYNTHETIC -> whole;
        };
    }

    /** The name as tables print it: {@code com.acme.Foo.bar(Foo.java:12)}. */
    public String printed(int index) {
        Method method = methods.get(index);
        if (method.kind() != Method.Kind.JAVA || method.file().isEmpty()) {
            return function(index);
        }
        String line = method.line() > 0 ? ":" + method.line() : "";
        return function(index) + "(" + Printable.of(method.file()) + line + ")";
    }
}
