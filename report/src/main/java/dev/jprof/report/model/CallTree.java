package dev.jprof.report.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The calling context tree of all threads as parallel arrays, parents before children. A root (one a thread) has parent -1
 * and method -1. Totals are derived from self times in one backward loop, so the two cannot disagree. Arrays that are
 * handed in or out are not copied and must not be changed.
 */
public final class CallTree {
    /** Stands before the name of a metric that is the weight. */
    static final String CHOSEN = "[weight] ";

    private final int[] parent;
    private final int[] method;
    private final Map<Metric, long[]> columns;
    private final long[] calls;
    private final long[] self;
    private final Histograms histograms;
    private final Metric weight;

    /** Summed when the first is asked for: many a tree is but a step towards another. */
    private volatile long[] total = {};

    /** Columns missing from {@code columns} read as zero; {@code parent[i] < i} is the caller's promise. */
    public CallTree(int[] parent, int[] method, Map<Metric, long[]> columns) {
        this(parent, method, columns, Histograms.NONE);
    }

    /** As the other one; the owners of {@code histograms} are nodes that are not roots. */
    public CallTree(int[] parent, int[] method, Map<Metric, long[]> columns, Histograms histograms) {
        this.parent = parent;
        this.method = method;
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        this.weight = weightOf(this.columns);
        this.calls = column(Metric.CALLS);
        this.self = column(Metric.SELF);
        this.histograms = histograms;
    }

    public int size() {
        return parent.length;
    }

    public int parent(int node) {
        return parent[node];
    }

    /** Index into the profile's methods, -1 for a root. */
    public int method(int node) {
        return method[node];
    }

    public boolean isRoot(int node) {
        return parent[node] < 0;
    }

    public long calls(int node) {
        return calls[node];
    }

    /** Nanoseconds in this node without its children. */
    public long self(int node) {
        return self[node];
    }

    /** Nanoseconds in this node and everything below it. */
    public long total(int node) {
        return totals()[node];
    }

    private long[] totals() {
        long[] known = total;
        if (known.length < parent.length) {
            known = sumUpwards(parent, self);
            total = known;
        }
        return known;
    }

    /** Whether nothing was counted: samples stand in place of calls, and what they stand for in place of self times. */
    public boolean isSampled() {
        return columns.containsKey(Metric.SAMPLES) && !columns.containsKey(Metric.CALLS);
    }

    /**
     * What {@link #self} is. Of a sampled profile it is what somebody {@linkplain #weighedBy chose}, or the time that samples stand
     * for, or where they stand for none their number, or where there is none whatever comes first.
     */
    public Metric weight() {
        return weight;
    }

    private static Metric weightOf(Map<Metric, long[]> columns) {
        if (!columns.containsKey(Metric.SAMPLES) || columns.containsKey(Metric.CALLS)) {
            return Metric.SELF;
        }
        for (Metric metric : columns.keySet()) {
            if (metric.name().startsWith(CHOSEN)) {
                return metric;
            }
        }
        if (columns.containsKey(Metric.SAMPLED)) {
            return Metric.SAMPLED;
        }
        boolean none = LongStream.of(columns.get(Metric.SAMPLES)).allMatch(count -> count == 0);
        return none
                ? columns.keySet().stream()
                        .filter(metric -> !metric.equals(Metric.SAMPLES))
                        .findFirst()
                        .orElse(Metric.SAMPLES)
                : Metric.SAMPLES;
    }

    /** A sampled tree in which another of its metrics is what {@link #self} is. */
    public CallTree weighedBy(Metric metric) {
        Map<Metric, long[]> chosen = new LinkedHashMap<>(columns);
        chosen.put(new Metric(CHOSEN + metric.name(), metric.unit()), column(metric));
        return new CallTree(parent, method, chosen, histograms);
    }

    /**
     * The numbers of one {@linkplain Metric#KNOWN known} metric, or of one that the profile holds; of a sampled profile samples
     * for calls, and its {@linkplain #weight weight} for self.
     */
    public long[] column(Metric metric) {
        Metric asked = metric.equals(Metric.SELF)
                ? weight
                : metric.equals(Metric.CALLS) && isSampled() ? Metric.SAMPLES : metric;
        long[] column = columns.get(asked);
        return column == null ? new long[parent.length] : column;
    }

    /** The sums of one metric over each node and everything below it. */
    public long[] total(Metric metric) {
        return sumUpwards(parent, column(metric));
    }

    /** The same tree with other columns. */
    CallTree with(Map<Metric, long[]> others) {
        return withTotals(new CallTree(parent, method, others, histograms));
    }

    /** Totals of another tree of this shape need not be summed again where its self times are the same. */
    private CallTree withTotals(CallTree other) {
        if (Arrays.equals(other.self, self)) {
            other.total = total;
        }
        return other;
    }

    /** The same tree with other methods; -1 for roots, and for them alone. */
    public CallTree withMethods(int[] others) {
        return withTotals(new CallTree(parent, others, columns, histograms));
    }

    /** The same tree with some of its columns alone, and without histograms; of samples their weight is self, and calls are 0. */
    public CallTree only(Set<Metric> wanted) {
        Map<Metric, long[]> kept = new LinkedHashMap<>(columns);
        if (isSampled()) {
            kept.put(Metric.SELF, self);
        }
        kept.keySet().retainAll(wanted);
        return withTotals(new CallTree(parent, method, kept));
    }

    int[] parents() {
        return parent;
    }

    int[] methods() {
        return method;
    }

    /** The columns that the profile holds, in file order. */
    public Map<Metric, long[]> columns() {
        return columns;
    }

    /** How long calls of single nodes took. */
    public Histograms histograms() {
        return histograms;
    }

    /** The same tree with other histograms. */
    public CallTree with(Histograms others) {
        return withTotals(new CallTree(parent, method, columns, others));
    }

    private static long[] sumUpwards(int[] parent, long[] self) {
        long[] total = Arrays.copyOf(self, self.length);
        for (int node = total.length - 1; node >= 0; node--) {
            if (parent[node] >= 0) {
                total[parent[node]] += total[node];
            }
        }
        return total;
    }
}
