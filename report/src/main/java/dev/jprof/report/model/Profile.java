package dev.jprof.report.model;

import java.util.List;

/** One recorded run, or the merge of several: what profile.json holds. Immutable. */
public record Profile(Meta meta, List<Method> methods, List<ThreadRow> threads, CallTree tree) {
    public Profile {
        methods = List.copyOf(methods);
        threads = List.copyOf(threads);
    }
}
