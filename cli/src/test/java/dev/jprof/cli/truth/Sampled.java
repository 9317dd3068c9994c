package dev.jprof.cli.truth;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a sampled profile says of each method itself, by class and name. */
record Sampled(Profile profile) {
    static final Metric SAMPLES = new Metric("samples", "count");
    static final Metric TIME = new Metric("sampled", "ns");

    Map<String, Long> of(Metric metric) {
        CallTree tree = profile.tree();
        long[] column = tree.columns().get(metric);
        Map<String, Long> sums = new TreeMap<>();
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node) && column != null && column[node] > 0) {
                sums.merge(profile.methods().get(tree.method(node)).qualifiedName(), column[node], Long::sum);
            }
        }
        return sums;
    }

    /** What no method has, because Flight Recorder had forgotten the stack. */
    long withoutStack(Metric metric) {
        CallTree tree = profile.tree();
        long[] column = tree.column(metric);
        return IntStream.range(0, tree.size())
                .filter(tree::isRoot)
                .mapToLong(node -> column[node])
                .sum();
    }

    /** The method, of one class, that most samples met. */
    String hottestOf(String className) {
        return of(SAMPLES).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(className + "."))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("none");
    }

    long samples() {
        return of(SAMPLES).values().stream().mapToLong(Long::longValue).sum();
    }

    Object said(String key) {
        return ((Map<?, ?>) profile.meta().values().get("sampling")).get(key);
    }
}
