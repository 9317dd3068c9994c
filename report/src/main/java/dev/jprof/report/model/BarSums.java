package dev.jprof.report.model;

import java.util.Arrays;

/** The error bars of an instrumented profile's methods. */
final class BarSums implements ErrorSums {
    private final BarColumns columns;
    private final CallTree tree;
    private final boolean known;
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
        columns = new BarColumns(profile);
        tree = columns.tree;
        known = tree.columns().containsKey(Metric.SPREAD);
        int methods = profile.methods().size();
        self = parts(methods);
        total = parts(methods);
        atBegin = new Passed[methods];
        Arrays.setAll(atBegin, method -> new Passed());
    }

    @Override
    public void enter(int method, int node, boolean outermost) {
        double gaps = columns.gaps(node);
        double edges = columns.coarse.edgesOf(node);
        self[method].addCalls(gaps, edges);
        self[method].addTime(columns.spread[node], columns.costError[node], columns.splitError[node]);
        if (outermost) {
            total[method].addCalls(gaps, edges);
            atBegin[method].set(passed);
        }
        passed.spread += columns.spread[node];
        passed.cost += columns.costError[node];
        passed.split += columns.splitError[node];
        enterFrom(tree.parent(node), node);
    }

    /** A caller's self time ends where a call begins, and begins where it ends. */
    private void enterFrom(int parent, int node) {
        if (!tree.isRoot(parent) && columns.isTimed(node)) {
            double waits = columns.clock.waits(columns.exact[node]);
            self[tree.method(parent)].addCalls(waits, columns.coarse.areBelow(parent) ? tree.calls(node) : 0);
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
        double whole = columns.wholeSpread(root, columns.spread[root] + passed.spread);
        double tickSquare = columns.clock.tickSquare();
        for (int method = 0; method < self.length; method++) {
            self[method].endThread(whole, tickSquare);
            total[method].endThread(whole, tickSquare);
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
