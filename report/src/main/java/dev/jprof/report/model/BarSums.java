package dev.jprof.report.model;

import java.util.Arrays;

/** The error bars of an instrumented profile's methods. */
final class BarSums implements ErrorSums {
    private final CallTree tree;
    private final Profile profile;
    private final boolean known;
    private final ClockErrors clock;
    private final CoarseCalls coarse;
    private final long[] exact;
    private final long[] spread;
    private final long[] costError;
    private final long[] splitError;
    private final long[] threadSpread;
    private final long[] probes;
    private final BarParts[] self;
    private final BarParts[] total;

    /** Of all nodes of the thread that the walk has come by. What it was when a call began is missing from that at its end. */
    private final Passed passed = new Passed();

    private final Passed[] atBegin;

    /** Sums over nodes in the order of the walk. */
    private static final class Passed {
        long spread;
        long cost;
        long split;

        void set(Passed other) {
            spread = other.spread;
            cost = other.cost;
            split = other.split;
        }
    }

    BarSums(Profile profile) {
        this.profile = profile;
        tree = profile.tree();
        known = tree.columns().containsKey(Metric.SPREAD);
        clock = ClockErrors.of(profile.meta());
        exact = tree.column(Metric.EXACT);
        coarse = new CoarseCalls(profile, exact);
        spread = tree.column(Metric.SPREAD);
        costError = tree.column(Correction.COST_ERROR);
        splitError = tree.column(Correction.SPLIT_ERROR);
        threadSpread = tree.column(Correction.THREAD_SPREAD);
        probes = tree.column(Correction.PROBES);
        int methods = profile.methods().size();
        self = parts(methods);
        total = parts(methods);
        atBegin = new Passed[methods];
        Arrays.setAll(atBegin, method -> new Passed());
    }

    @Override
    public void enter(int method, int node, boolean outermost) {
        double gaps = ClockErrors.gaps(spread[node], tree.self(node) + probes[node]) + clock.waits(exact[node]);
        double edges = coarse.edgesOf(node);
        self[method].addCalls(gaps, edges);
        self[method].addTime(spread[node], costError[node], splitError[node]);
        if (outermost) {
            total[method].addCalls(gaps, edges);
            atBegin[method].set(passed);
        }
        passed.spread += spread[node];
        passed.cost += costError[node];
        passed.split += splitError[node];
        enterFrom(tree.parent(node), method, node);
    }

    /** A caller's self time ends where a call begins, and begins where it ends. */
    private void enterFrom(int parent, int method, int node) {
        if (!tree.isRoot(parent) && profile.methods().get(method).timed()) {
            self[tree.method(parent)].addCalls(
                    clock.waits(exact[node]), coarse.areBelow(parent) ? tree.calls(node) : 0);
        }
    }

    @Override
    public void leave(int method, boolean outermost) {
        if (outermost) {
            Passed before = atBegin[method];
            total[method].addTime(
                    passed.spread - before.spread, passed.cost - before.cost, passed.split - before.split);
        }
    }

    @Override
    public void endThread(int root) {
        double whole = threadSpread[root] > 0 ? threadSpread[root] : spread[root] + passed.spread;
        for (int method = 0; method < self.length; method++) {
            self[method].endThread(whole, clock.tickSquare());
            total[method].endThread(whole, clock.tickSquare());
        }
        passed.set(new Passed());
    }

    @Override
    public Bars of(int method) {
        return known ? new Bars(self[method].bar(), total[method].bar()) : Bars.UNKNOWN;
    }

    private static BarParts[] parts(int count) {
        BarParts[] parts = new BarParts[count];
        Arrays.setAll(parts, i -> new BarParts());
        return parts;
    }
}
