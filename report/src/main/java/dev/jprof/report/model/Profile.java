package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One recorded run, or the merge of several: what profile.json holds. Immutable. */
public record Profile(Meta meta, List<Method> methods, List<ThreadRow> threads, CallTree tree) {
    public Profile {
        methods = List.copyOf(methods);
        threads = List.copyOf(threads);
    }

    /**
     * The same profile with other names for some classes.
     *
     * @param names new names by those that {@link MethodKey} has
     */
    public Profile withClasses(Map<String, String> names) {
        if (names.isEmpty()) {
            return this;
        }
        List<Method> renamed = new ArrayList<>();
        for (Method method : methods) {
            String name = names.get(GeneratedNames.stableClass(method.className()));
            renamed.add(name == null ? method : method.inClass(name));
        }
        return new Profile(Skip.renamed(meta, names), renamed, threads, tree);
    }
}
