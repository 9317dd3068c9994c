package dev.jprof.report.foreign;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** The columns of an imported recording, when all events are in: until then nobody knows which of them stands for time. */
final class RecordedColumns {
    private final Profile profile;
    private final CallTree tree;

    RecordedColumns(Profile profile) {
        this.profile = profile;
        this.tree = profile.tree();
    }

    /** @param interval what one sample stands for, ns; 0 when nobody knows */
    Profile with(Metric counted, long interval) {
        long[] samples = tree.columns().getOrDefault(counted, new long[tree.size()]);
        Map<Metric, long[]> columns = new LinkedHashMap<>();
        columns.put(Metric.SAMPLES, samples);
        if (interval > 0) {
            columns.put(
                    Metric.SAMPLED,
                    LongStream.of(samples)
                            .map(count -> Math.multiplyExact(count, interval))
                            .toArray());
        }
        tree.columns().forEach((metric, column) -> {
            if (metric.equals(RecordedMetrics.TRACED)) {
                columns.put(metric, withoutTracedCallees(column));
            } else if (metric.equals(RecordedMetrics.TLAB)) {
                columns.putIfAbsent(RecordedMetrics.ALLOCATED, column);
            } else if (!metric.equals(counted) && !metric.equals(Metric.SAMPLES)) {
                columns.put(metric, column);
            }
        });
        return new Profile(profile.meta(), profile.methods(), profile.threads(), with(columns));
    }

    private CallTree with(Map<Metric, long[]> columns) {
        int[] parent = new int[tree.size()];
        int[] method = new int[tree.size()];
        for (int node = 0; node < parent.length; node++) {
            parent[node] = tree.parent(node);
            method[node] = tree.method(node);
        }
        return new CallTree(parent, method, columns);
    }

    /** A trace is of a call with all that it called; of those that were traced too only one may have the time. */
    private long[] withoutTracedCallees(long[] traced) {
        long[] own = traced.clone();
        long[] below = new long[traced.length];
        for (int node = traced.length - 1; node > 0; node--) {
            own[node] = traced[node] == 0 ? 0 : Math.max(0, traced[node] - below[node]);
            if (tree.parent(node) >= 0) {
                below[tree.parent(node)] += traced[node] == 0 ? below[node] : traced[node];
            }
        }
        return own;
    }
}
