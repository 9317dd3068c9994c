package dev.jprof.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which methods the agent counts: a limit on a method that it does not count would hold for the wrong reason. */
public final class Probes {
    private static final String CONSTRUCTOR = "<init>";

    private Probes() {}

    /**
     * Why the calls of the methods that a pattern means are not all counted, in one line; null when they are. A class that a
     * pattern without {@code *} names is loaded for that, if it is not yet, and not initialised.
     *
     * @param loader where to look for that class
     */
    public static String problem(String pattern, ClassLoader loader) {
        Agent agent = Agent.find();
        if (agent == null) {
            return Agent.problem();
        }
        MethodPattern meant = MethodPattern.of(pattern);
        String name = pattern.indexOf('(') < 0
                ? pattern.trim()
                : pattern.substring(0, pattern.indexOf('(')).trim();
        if (name.startsWith("<")) {
            return null;
        }
        String unfit = name.indexOf('*') >= 0 ? null : load(name, loader);
        String skipped = skipped(meant, agent.skips());
        if (skipped != null || hasProbes(meant, agent.methods())) {
            return skipped;
        }
        if (unfit == null && meant.isOverload() && hasProbes(MethodPattern.of(name), agent.methods())) {
            return "no method fits " + pattern + ": " + overloads(MethodPattern.of(name), agent.methods());
        }
        return unfit == null
                ? pattern + " has no probes: no class that fits is loaded and instrumented; see the agent's"
                        + " options include= and exclude="
                : unfit;
    }

    private static boolean hasProbes(MethodPattern meant, String[] methods) {
        for (int i = 0; i < methods.length; i += 3) {
            if (meant.matches(methods[i] + "." + methods[i + 1], methods[i + 2])) {
                return true;
            }
        }
        return false;
    }

    private static String overloads(MethodPattern meant, String[] methods) {
        Set<String> overloads = new TreeSet<>();
        for (int i = 0; i < methods.length; i += 3) {
            if (meant.matches(methods[i] + "." + methods[i + 1], methods[i + 2])) {
                overloads.add(methods[i + 1] + "(" + MethodPattern.parameterTypes(methods[i + 2]) + ")");
            }
        }
        return "there is " + String.join(", ", overloads);
    }

    private static String skipped(MethodPattern meant, String[] skips) {
        for (int i = 0; i < skips.length; i += 4) {
            boolean wholeClass = skips[i + 1].isEmpty();
            String method = skips[i] + "." + (wholeClass ? "*" : skips[i + 1]);
            boolean concerned = wholeClass ? meant.mayMeanOneOf(skips[i]) : meant.matches(method, skips[i + 2]);
            if (concerned) {
                return method + " has no probes: " + skips[i + 3];
            }
        }
        return null;
    }

    /** Loads the class of a method; returns what is wrong with the name, or null. */
    private static String load(String name, ClassLoader loader) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return name + " names no method: write its class before it, as in com.acme.Dao.query";
        }
        String className = name.substring(0, dot);
        String method = name.substring(dot + 1);
        try {
            Class<?> type = Class.forName(className, false, loader);
            boolean exists = method.equals("<clinit>");
            boolean isAbstract = false;
            for (Executable each : own(type)) {
                if (isNamed(each, method)) {
                    exists = true;
                    isAbstract |= Modifier.isAbstract(each.getModifiers());
                }
            }
            if (exists) {
                return !isAbstract
                        ? null
                        : name + " is abstract: its calls are counted where it is implemented; name that class, or *."
                                + method;
            }
            Class<?> origin = origin(type, method);
            return origin == null
                    ? "there is no method " + method + " in " + className + "; it has " + names(own(type))
                    : className + " inherits " + method + " from " + origin.getName() + ": write " + origin.getName()
                            + "." + method;
        } catch (ClassNotFoundException | LinkageError missing) {
            return "there is no class " + className + " to count calls of " + method + " in";
        }
    }

    /** Methods and constructors that a class declares, without bridges, which are not counted. */
    private static List<Executable> own(Class<?> type) {
        List<Executable> own = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isBridge()) {
                own.add(method);
            }
        }
        own.addAll(Arrays.asList(type.getDeclaredConstructors()));
        return own;
    }

    private static boolean isNamed(Executable method, String name) {
        return name.equals(name(method)) || name.equals(LambdaNames.withoutNumbers(name(method)));
    }

    private static String name(Executable method) {
        return method instanceof Constructor ? CONSTRUCTOR : method.getName();
    }

    /** The superclass or interface that a class has a method from, or null. Constructors are not inherited. */
    private static Class<?> origin(Class<?> type, String method) {
        List<Class<?>> above = new ArrayList<>();
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            above.add(next);
        }
        for (int i = 0; i < above.size(); i++) {
            for (Class<?> each : above.get(i).getInterfaces()) {
                above.add(each);
            }
        }
        for (Class<?> each : above.subList(1, above.size())) {
            for (Executable declared : own(each)) {
                if (declared instanceof Method
                        && !Modifier.isPrivate(declared.getModifiers())
                        && isNamed(declared, method)) {
                    return each;
                }
            }
        }
        return null;
    }

    private static String names(List<Executable> methods) {
        List<String> names = new ArrayList<>();
        for (Executable method : methods) {
            String name = LambdaNames.withoutNumbers(name(method));
            boolean isWritten = !method.isSynthetic() || !name.equals(name(method));
            if (!names.contains(name) && isWritten) {
                names.add(name);
            }
        }
        return String.join(", ", names);
    }
}
