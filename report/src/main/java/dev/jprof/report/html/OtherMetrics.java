package dev.jprof.report.html;

import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.util.List;
import java.util.Set;

/** The metrics of a profile that are summed up along its paths as time is, such as bytes allocated: a width, and two columns. */
final class OtherMetrics {
    private static final Set<String> TOLD_OTHERWISE =
            Set.of("calls", "self", "errors", "open", "waiting", "spread", "exact", "samples", "sampled");

    private OtherMetrics() {}

    static List<Metric> of(Profile profile) {
        return profile.tree().columns().keySet().stream()
                .filter(metric -> !TOLD_OTHERWISE.contains(metric.name()))
                // In brackets stand the base's numbers, and what is known only while times are corrected. A squared
                // unit is that of an uncertainty.
                .filter(metric -> !metric.name().startsWith("["))
                .filter(metric -> !metric.unit().endsWith("2"))
                .toList();
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
