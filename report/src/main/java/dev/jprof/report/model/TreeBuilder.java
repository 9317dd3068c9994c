package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call tree under construction, in which asking for the same child twice gives the same node. What is built is in
 * canonical order, so it depends only on what was added. Used once.
 */
final class TreeBuilder {
    private static final int NO_CALLER = -1;

    private final List<Metric> metrics;
    private final PairIndex nodes = new PairIndex();
    private final long[][] columns;
    private final long[] sums;
    private final List<Histograms> histograms = new ArrayList<>();
    private final List<int[]> histogramNodes = new ArrayList<>();

    TreeBuilder(List<Metric> metrics) {
        this.metrics = List.copyOf(metrics);
        this.columns = new long[metrics.size()][64];
        this.sums = new long[metrics.size()];
    }

    int root(int thread) {
        return nodes.of(NO_CALLER, thread);
    }

    int child(int parent, int method) {
        return nodes.of(parent, method);
    }

    /**
     * Adds to one number of a node.
     *
     * @throws ArithmeticException if the sum of the whole column exceeds a long
     */
    void add(int node, int metric, long value) {
        sums[metric] = Math.addExact(sums[metric], value);
        if (node >= columns[metric].length) {
            columns[metric] = Arrays.copyOf(columns[metric], Math.max(node + 1, columns[metric].length * 2));
        }
        columns[metric][node] += value;
    }

    /**
     * Adds histograms to nodes.
     *
     * @param target the node here of each node there; a negative one drops its histogram
     */
    void add(Histograms more, int[] target) {
        histograms.add(more);
        histogramNodes.add(target);
    }

    /** Puts nodes in depth-first order, children by method, threads in the order of {@code rows}, whose roots it sets. */
    Profile build(Meta meta, List<Method> methods, List<ThreadRow> rows) {
        List<ThreadRow> threads = new ArrayList<>();
        int[] order = new int[nodes.size()];
        int[] place = new int[nodes.size()];
        Links links = Links.of(nodes);
        int size = 0;
        for (int thread = 0; thread < rows.size(); thread++) {
            ThreadRow row = rows.get(thread);
            int root = root(thread);
            threads.add(new ThreadRow(row.name(), row.id(), size, row.threads()));
            for (int node = root; node != Links.NONE; node = links.after(node, root)) {
                place[node] = size;
                order[size++] = node;
            }
        }
        return new Profile(meta, methods, threads, tree(order, place));
    }

    private CallTree tree(int[] order, int[] place) {
        int[] parent = new int[order.length];
        int[] method = new int[order.length];
        for (int node = 0; node < order.length; node++) {
            int caller = nodes.left(order[node]);
            parent[node] = caller == NO_CALLER ? -1 : place[caller];
            method[node] = caller == NO_CALLER ? -1 : nodes.right(order[node]);
        }
        Map<Metric, long[]> ordered = new LinkedHashMap<>();
        for (int metric = 0; metric < columns.length; metric++) {
            long[] from = Arrays.copyOf(columns[metric], order.length);
            long[] to = new long[order.length];
            for (int node = 0; node < to.length; node++) {
                to[node] = from[order[node]];
            }
            ordered.put(metrics.get(metric), to);
        }
        return new CallTree(parent, method, ordered, Histograms.sum(histograms, histogramPlaces(place)));
    }

    private List<int[]> histogramPlaces(int[] place) {
        return histogramNodes.stream()
                .map(target -> Arrays.stream(target)
                        .map(node -> node < 0 ? -1 : place[node])
                        .toArray())
                .toList();
    }

    /** Children of nodes that are still numbered as they came, in the order of their methods. */
    private record Links(PairIndex nodes, int[] first, int[] next) {
        static final int NONE = -1;

        static Links of(PairIndex nodes) {
            long[] byMethod = new long[nodes.size()];
            for (int node = 0; node < byMethod.length; node++) {
                byMethod[node] = (long) nodes.right(node) << 32 | node;
            }
            Arrays.sort(byMethod);
            int[] first = new int[byMethod.length];
            int[] next = new int[byMethod.length];
            Arrays.fill(first, NONE);
            Arrays.fill(next, NONE);
            for (int i = byMethod.length - 1; i >= 0; i--) {
                int node = (int) byMethod[i];
                int parent = nodes.left(node);
                if (parent != NO_CALLER) {
                    next[node] = first[parent];
                    first[parent] = node;
                }
            }
            return new Links(nodes, first, next);
        }

        /** The node after this one in depth-first order below {@code root}, or {@link #NONE}. */
        int after(int node, int root) {
            if (first[node] != NONE) {
                return first[node];
            }
            int from = node;
            while (from != root && next[from] == NONE) {
                from = nodes.left(from);
            }
            return from == root ? NONE : next[from];
        }
    }
}
