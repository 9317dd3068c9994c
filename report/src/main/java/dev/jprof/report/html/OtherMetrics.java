package dev.jprof.report.html;

import dev.jprof.report.io.Json;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Printable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The metrics of a profile that are summed up along its paths as time is, such as bytes allocated: a width, and two columns. */
final class OtherMetrics {
    private static final Set<Metric> TOLD_OTHERWISE =
            Metric.KNOWN.stream().filter(metric -> !metric.equals(Metric.ALLOC)).collect(Collectors.toSet());

    private static final Set<String> UNITS_OF_UNCERTAINTY = Set.of(Metric.SPREAD.unit(), Metric.ALLOC_SPREAD.unit());

    private OtherMetrics() {}

    static List<Metric> of(Profile profile) {
        return profile.tree().columns().keySet().stream()
                .filter(metric -> !TOLD_OTHERWISE.contains(metric))
                // In brackets stand the base's numbers, and what is known only while times are corrected.
                .filter(metric -> !metric.name().startsWith("["))
                .filter(metric -> !UNITS_OF_UNCERTAINTY.contains(metric.unit()))
                .toList();
    }

    /** What a metric's columns are called in the page. It may have any name, also that of a column that every page has. */
    static String key(Metric metric) {
        return "metric " + metric.name();
    }

    static String totalKey(Metric metric) {
        return "total " + key(metric);
    }

    static String baseKey(Metric metric) {
        return "base " + key(metric);
    }

    /** Keys, and what a person reads. */
    static void write(Json json, List<Metric> metrics) {
        json.startArray();
        for (Metric metric : metrics) {
            String name = metric.name().isBlank() ? "unnamed" : Printable.of(metric.name());
            json.startObject().field("key", key(metric)).field("name", name);
            json.field("unit", Printable.of(metric.unit()));
            json.endObject();
        }
        json.endArray();
    }

    /** Sums over the outermost calls of each method, by the tree's labels. */
    static long[] totalsByMethod(PageTree tree, Metric metric, int methods) {
        long[] total = tree.totals(metric);
        int[] end = tree.ends();
        int[] label = tree.labels();
        int[] outermostEnd = new int[methods];
        long[] totals = new long[methods];
        for (int node = 1; node < total.length; node++) {
            if (tree.isCall(node) && node >= outermostEnd[label[node]]) {
                outermostEnd[label[node]] = end[node];
                totals[label[node]] += total[node];
            }
        }
        return totals;
    }

    /** Sums over all calls of each method. */
    static long[] ownByMethod(PageTree tree, Metric metric, int methods) {
        long[] own = tree.own(metric);
        long[] sums = new long[methods];
        for (int node = 1; node < own.length; node++) {
            if (tree.isCall(node)) {
                sums[tree.labels()[node]] += own[node];
            }
        }
        return sums;
    }
}
