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
 * methods of that name, with the descriptor where these are called alike too, in braces for a JDK method, in angle brackets for a span. All names are {@linkplain Printable safe to print}.
 */
public final class Names {
    private final List<Method> methods;
    private final Set<String> overloaded = new HashSet<>();
    private final Set<String> alike = new HashSet<>();

    public Names(Profile profile) {
        this.methods = profile.methods();
        Map<String, String> descriptors = new HashMap<>();
        for (Method method : methods) {
            addIfShared(method.qualifiedName(), method.descriptor(), descriptors, overloaded);
        }
        descriptors.clear();
        for (Method method : methods) {
            if (overloaded.contains(method.qualifiedName())) {
                addIfShared(withTypes(method), method.descriptor(), descriptors, alike);
            }
        }
    }

    private static void addIfShared(
            String name, String descriptor, Map<String, String> descriptors, Set<String> shared) {
        String known = descriptors.putIfAbsent(name, descriptor);
        if (known != null && !known.equals(descriptor)) {
            shared.add(name);
        }
    }

    private static String withTypes(Method method) {
        return method.qualifiedName() + "(" + Descriptor.parameterTypes(method.descriptor()) + ")";
    }

    /** Whether the profile has another method of the same class and name. */
    public boolean isOverloaded(int index) {
        return overloaded.contains(methods.get(index).qualifiedName());
    }

    /** The name without file and line. */
    public String function(int index) {
        Method method = methods.get(index);
        String whole = Printable.of(unambiguous(method));
        return switch (method.kind()) {
            case JDK -> "{" + whole + "}";
            case SPAN -> "<" + whole + ">";
            case JAVA, SYNTHETIC -> whole;
        };
    }

    private String unambiguous(Method method) {
        if (!overloaded.contains(method.qualifiedName())) {
            return method.qualifiedName();
        }
        String signed = withTypes(method);
        return alike.contains(signed) ? method.qualifiedName() + method.descriptor() : signed;
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
