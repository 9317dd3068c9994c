package dev.jprof.report.compare;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Names;
import dev.jprof.report.view.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How methods are called in a comparison: as tables print them, and short in sentences. All are safe to print. */
public final class DiffNames {
    private final List<Method> methods;
    private final Names names;
    private final Map<String, Integer> uses = new HashMap<>();

    DiffNames(List<Method> methods) {
        this.methods = methods;
        CallTree none = new CallTree(new int[0], new int[0], Map.of());
        this.names = new Names(new Profile(new Meta(Map.of()), methods, List.of(), none));
        methods.forEach(method -> uses.merge(bare(method), 1, Integer::sum));
    }

    /** The name without file and line. */
    public String full(int method) {
        return names.function(method);
    }

    String printed(int method) {
        return names.printed(method);
    }

    /** Class and name without the package; the whole name where several methods would be called so. */
    public String brief(int method) {
        String bare = bare(methods.get(method));
        return uses.getOrDefault(bare, 0) > 1 ? names.function(method) : Printable.of(bare);
    }

    private static String bare(Method method) {
        String className = method.className();
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return simple.isEmpty() ? method.name() : simple + "." + method.name();
    }
}
