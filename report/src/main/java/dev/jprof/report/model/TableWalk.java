package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Gathers the method table in one walk over a tree, and its error bars in another at the same time. Used once. */
final class TableWalk extends DepthFirstWalk {
    private static final int NO_EDGE = -1;

    /** Nodes of a tree for which another thread pays. */
    private static final int LARGE = 100_000;

    private final Profile profile;
    private final CallTree tree;
    private final Sums methods;
    private final Sums edges = new Sums(64);
    private final PairIndex pairs = new PairIndex();
    private final int[] edgeOf;
    private final boolean withEdges;
    private final long[] threads;
    private final int[] lastThread;
    private final long[] errors;
    private final long[] open;
    private final long[] waiting;
    private final long[] probes;
    private final AllocationSums allocations;

    TableWalk(Profile profile, boolean withEdges) {
        int count = profile.methods().size();
        this.profile = profile;
        this.tree = profile.tree();
        this.methods = new Sums(count);
        this.withEdges = withEdges;
        this.edgeOf = new int[withEdges ? tree.size() : 0];
        this.threads = new long[count];
        this.lastThread = new int[count];
        this.errors = sumByMethod(Metric.ERRORS);
        this.open = sumByMethod(Metric.OPEN);
        this.waiting = sumByMethod(Metric.WAITING);
        this.probes = sumByMethod(Correction.PROBES);
        this.allocations = new AllocationSums(profile);
    }

    MethodTable table() {
        ErrorSums bars = walkAll();
        return new MethodTable(
                profile,
                rows(bars),
                edges(),
                RowHistograms.ofMethods(tree),
                new RowHistograms(tree.histograms(), edgeOf));
    }

    List<MethodStats> rowsAlone() {
        return rows(walkAll());
    }

    private ErrorSums walkAll() {
        Children children = Children.of(tree);
        CompletableFuture<ErrorSums> bars = new CompletableFuture<>();
        if (tree.size() < LARGE) {
            bars.complete(BarWalk.barsOf(profile, children));
        } else {
            bars.completeAsync(() -> BarWalk.barsOf(profile, children), TableWalk::start);
        }
        Arrays.fill(lastThread, -1);
        walk(profile, children);
        return Joined.of(bars);
    }

    /** Not in the common pool: a program that reads its own profile may have it busy. */
    private static void start(Runnable walk) {
        Thread thread = new Thread(walk, "jprof-bars");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    void enter(int node, int thread) {
        int method = tree.method(node);
        int parent = tree.parent(node);
        methods.enter(method, tree, node);
        countThread(method, thread);
        allocations.enter(method, node);
        if (withEdges) {
            enterEdge(parent, method, node);
        }
    }

    private void enterEdge(int parent, int method, int node) {
        edgeOf[node] = NO_EDGE;
        if (!tree.isRoot(parent)) {
            edgeOf[node] = pairs.of(tree.method(parent), method);
            edges.enter(edgeOf[node], tree, node);
        }
    }

    @Override
    void leave(int node) {
        methods.leave(tree.method(node));
        allocations.leave(tree.method(node));
        if (withEdges && edgeOf[node] != NO_EDGE) {
            edges.leave(edgeOf[node]);
        }
    }

    @Override
    void endThread(int root) {
        // Sums of calls and times go over all threads.
    }

    private void countThread(int method, int thread) {
        if (lastThread[method] != thread) {
            lastThread[method] = thread;
            threads[method] += profile.threads().get(thread).threads();
        }
    }

    private long[] sumByMethod(Metric metric) {
        long[] column = tree.columns().get(metric);
        long[] sums = new long[profile.methods().size()];
        if (column == null) {
            return sums;
        }
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node)) {
                sums[tree.method(node)] += column[node];
            }
        }
        return sums;
    }

    private List<MethodStats> rows(ErrorSums bars) {
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
