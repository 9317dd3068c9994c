package dev.jprof.api;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
            List<Executable> own = new ArrayList<>(Arrays.asList(type.getDeclaredMethods()));
            own.addAll(Arrays.asList(type.getDeclaredConstructors()));
            boolean exists = method.equals("<clinit>");
            boolean isAbstract = false;
            for (Executable each : own) {
                if (method.equals(each instanceof java.lang.reflect.Constructor ? CONSTRUCTOR : each.getName())) {
                    exists = true;
                    isAbstract |= Modifier.isAbstract(each.getModifiers());
                }
            }
            return !exists
                    ? "there is no method " + method + " in " + className + "; it has " + names(own)
                    : isAbstract
                            ? name
                                    + " is abstract: its calls are counted where it is implemented; name that class, or *."
                                    + method
                            : null;
        } catch (ClassNotFoundException | LinkageError missing) {
            return "there is no class " + className + " to count calls of " + method + " in";
        }
    }

    private static String names(List<Executable> methods) {
        List<String> names = new ArrayList<>();
        for (Executable method : methods) {
            String name = method instanceof java.lang.reflect.Constructor ? CONSTRUCTOR : method.getName();
            if (!names.contains(name) && !method.isSynthetic()) {
                names.add(name);
            }
        }
        return String.join(", ", names);
    }
}
