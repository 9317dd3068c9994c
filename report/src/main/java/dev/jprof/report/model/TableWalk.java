package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One depth-first walk over a tree that gathers the method table. Used once. */
final class TableWalk {
    private static final int NO_EDGE = -1;

    private final Profile profile;
    private final CallTree tree;
    private final Sums methods;
    private final Sums edges = new Sums(64);
    private final PairIndex pairs = new PairIndex();
    private final int[] edgeOf;
    private boolean withEdges = true;
    private final long[] threads;
    private final int[] lastThread;
    private final long[] errors;
    private final long[] open;
    private final long[] waiting;
    private final long[] probes;
    private final ErrorSums bars;
    private final AllocationSums allocations;

    TableWalk(Profile profile) {
        int count = profile.methods().size();
        this.profile = profile;
        this.tree = profile.tree();
        this.methods = new Sums(count);
        this.edgeOf = new int[tree.size()];
        this.threads = new long[count];
        this.lastThread = new int[count];
        this.errors = sumByMethod(Metric.ERRORS);
        this.open = sumByMethod(Metric.OPEN);
        this.waiting = sumByMethod(Metric.WAITING);
        this.probes = sumByMethod(Correction.PROBES);
        this.bars = ErrorSums.of(profile);
        this.allocations = new AllocationSums(profile);
    }

    MethodTable table() {
        walkAll();
        return new MethodTable(
                profile, rows(), edges(), RowHistograms.ofMethods(tree), new RowHistograms(tree.histograms(), edgeOf));
    }

    List<MethodStats> rowsAlone() {
        withEdges = false;
        walkAll();
        return rows();
    }

    private void walkAll() {
        Children children = Children.of(tree);
        Arrays.fill(lastThread, -1);
        List<ThreadRow> rows = profile.threads();
        for (int thread = 0; thread < rows.size(); thread++) {
            walk(thread, rows.get(thread), children);
            bars.endThread(rows.get(thread).root());
        }
    }

    private void walk(int thread, ThreadRow row, Children children) {
        int node = children.first(row.root());
        while (node != Children.NONE) {
            enter(node);
            countThread(tree.method(node), thread, row.threads());
            int next = children.first(node);
            while (next == Children.NONE && node != row.root()) {
                leave(node);
                next = children.next(node);
                node = tree.parent(node);
            }
            node = next;
        }
    }

    private void enter(int node) {
        int method = tree.method(node);
        int parent = tree.parent(node);
        bars.enter(method, node, methods.enter(method, tree, node));
        allocations.enter(method, node);
        edgeOf[node] = NO_EDGE;
        if (withEdges && !tree.isRoot(parent)) {
            edgeOf[node] = pairs.of(tree.method(parent), method);
            edges.enter(edgeOf[node], tree, node);
        }
    }

    private void leave(int node) {
        methods.leave(tree.method(node));
        allocations.leave(tree.method(node));
        if (edgeOf[node] != NO_EDGE) {
            edges.leave(edgeOf[node]);
        }
    }

    private void countThread(int method, int thread, long count) {
        if (lastThread[method] != thread) {
            lastThread[method] = thread;
            threads[method] += count;
        }
    }

    private long[] sumByMethod(Metric metric) {
        long[] column = tree.column(metric);
        long[] sums = new long[profile.methods().size()];
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node)) {
                sums[tree.method(node)] += column[node];
            }
        }
        return sums;
    }

    private List<MethodStats> rows() {
        List<MethodStats> rows = new ArrayList<>();
        for (int method = 0; method < threads.length; method++) {
            if (lastThread[method] >= 0) {
                rows.add(new MethodStats(
                        method,
                        profile.methods().get(method),
                        methods.costs(method),
                        errors[method],
                        open[method],
                        waiting[method],
                        threads[method],
                        probes[method],
                        bars.of(method),
                        allocations.of(method)));
            }
        }
        return rows;
    }

    private List<Edge> edges() {
        List<Edge> list = new ArrayList<>(pairs.size());
        for (int edge = 0; edge < pairs.size(); edge++) {
            list.add(new Edge(pairs.left(edge), pairs.right(edge), edges.costs(edge)));
        }
        return list;
    }
}
