package dev.jprof.report.model;

/** How far the times of single nodes can be trusted, by the same rules as those of {@linkplain Bars methods}. Immutable. */
public final class NodeBars {
    private final CallTree tree;
    private final TimedNodes timed;
    private final NodeErrors errors;
    private final long[] probes;
    private final int[] rootOf;

    private NodeBars(Profile profile) {
        this.tree = profile.tree();
        this.timed = new TimedNodes(profile);
        this.errors = NodeErrors.of(profile);
        this.probes = tree.column(Correction.PROBES);
        this.rootOf = new int[tree.size()];
        for (int node = 0; node < rootOf.length; node++) {
            rootOf[node] = tree.isRoot(node) ? node : rootOf[tree.parent(node)];
        }
    }

    /** Of a profile that has a {@linkplain Metric#SPREAD spread} or was sampled; otherwise all bars are 0. */
    public static NodeBars of(Profile profile) {
        return new NodeBars(profile);
    }

    /** Two standard errors of a node's self time, in nanoseconds. */
    public double self(int node) {
        return errors.selfOf(node, rootOf[node]);
    }

    /** Two standard errors of its total time, in nanoseconds. */
    public double total(int node) {
        return errors.totalOf(node, rootOf[node]);
    }

    /** Both, if the profile says how it was measured. */
    public Bars of(int node) {
        return errors.known() ? new Bars(self(node), total(node)) : Bars.UNKNOWN;
    }

    /** Whether more was taken out of a node's self time for probes than is left. */
    public boolean isMostlyProbes(int node) {
        return probes[node] > tree.self(node) && tree.calls(node) > 0 && timed.has(node);
    }
}
