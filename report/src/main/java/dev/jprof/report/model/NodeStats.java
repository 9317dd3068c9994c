package dev.jprof.report.model;

/** What single nodes cost, in the numbers that a method has. A path is its own outermost activation: all its calls are primitive. */
public final class NodeStats {
    private final Profile profile;
    private final CallTree tree;
    private final NodeBars bars;
    private final long[] errors;
    private final long[] open;
    private final long[] waiting;
    private final long[] probes;
    private final long[] threads;
    private final boolean allocationKnown;
    private final long[] allocated;
    private final long[] allocatedBelow;
    private final long[] allocationSpread;

    private NodeStats(Profile profile) {
        this.profile = profile;
        tree = profile.tree();
        bars = NodeBars.of(profile);
        errors = tree.column(Metric.ERRORS);
        open = tree.column(Metric.OPEN);
        waiting = tree.column(Metric.WAITING);
        probes = tree.column(Correction.PROBES);
        threads = new long[tree.size()];
        for (ThreadRow thread : profile.threads()) {
            threads[thread.root()] = thread.threads();
        }
        for (int node = 0; node < threads.length; node++) {
            threads[node] = tree.isRoot(node) ? threads[node] : threads[tree.parent(node)];
        }
        allocationKnown = tree.columns().containsKey(Metric.ALLOC);
        allocated = tree.column(Metric.ALLOC);
        allocatedBelow = allocationKnown ? tree.total(Metric.ALLOC) : allocated;
        allocationSpread = tree.column(Metric.ALLOC_SPREAD);
    }

    public static NodeStats of(Profile profile) {
        return new NodeStats(profile);
    }

    /** Those of a node that is no root; their index is the node. */
    public MethodStats of(int node) {
        long calls = tree.calls(node);
        return new MethodStats(
                node,
                profile.methods().get(tree.method(node)),
                new Costs(calls, calls, tree.self(node), tree.total(node)),
                errors[node],
                open[node],
                waiting[node],
                threads[node],
                probes[node],
                bars.of(node),
                allocationKnown
                        ? new AllocatedBytes(
                                allocated[node], allocatedBelow[node], AllocatedBytes.barOf(allocationSpread[node]))
                        : AllocatedBytes.UNKNOWN);
    }

    /** Bytes that were allocated in a node and everything below it; 0 if the profile does not say. */
    public long bytes(int node) {
        return allocatedBelow[node];
    }

    /**
     * The sum of some nodes, of which nothing else is known.
     *
     * @param name what stands for them
     */
    public MethodStats sum(String name, Costs costs, long threads, long bytes) {
        Method none = new Method("", name, "", "", 0, Method.Kind.SYNTHETIC, true);
        AllocatedBytes sum = allocationKnown ? new AllocatedBytes(0, bytes, 0) : AllocatedBytes.UNKNOWN;
        return new MethodStats(Children.NONE, none, costs, 0, 0, 0, threads, 0, Bars.UNKNOWN, sum);
    }
}
