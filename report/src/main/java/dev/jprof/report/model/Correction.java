package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes setup time and the cost of the probes out of a profile's times. What is taken stands in columns of its own, {@link Metric#WEAVING}
 * and {@link #PROBES}, and of no node more is taken than it has, so that self times and these columns sum to what was measured;
 * what one can't bear its method's other paths do.
 * Cuts and groupings may follow; {@link #withProbesRow} comes last.
 */
public final class Correction {
    /** Nanoseconds taken out of a node's self time. */
    static final Metric PROBES = new Metric("[probes]", "ns");

    /** How far off that is, at most, in nanoseconds: all calls cost too much or too little alike. */
    static final Metric COST_ERROR = new Metric("[cost error]", "ns");

    /** How far off it is because of where a call's cost falls; what is too much below 0 is too little in callees. */
    static final Metric SPLIT_ERROR = new Metric("[split error]", "ns");

    /** The whole spread of a thread, at its root; kept by cuts. */
    static final Metric THREAD_SPREAD = new Metric("[thread spread]", "count");

    private static final Method ROW = new Method("", "[probes]", "", "", 0, Method.Kind.SYNTHETIC, true);

    private final Profile profile;
    private final CallTree tree;
    private final TimedNodes timed;
    private final ProbeCosts costs;
    private final long[] weaving;
    private final long[] spread;

    private Correction(Profile profile, boolean subtracted) {
        this.profile = profile;
        this.tree = profile.tree();
        this.timed = new TimedNodes(profile);
        this.costs = ProbeCosts.of(profile.meta(), subtracted);
        this.spread = tree.column(Metric.SPREAD);
        this.weaving = subtracted ? weavingOf(tree) : new long[tree.size()];
    }

    /** Times without setup time, and without probes where the profile knows what these cost. */
    public static Profile corrected(Profile profile) {
        return of(profile, true);
    }

    /** Times as they were measured. */
    public static Profile raw(Profile profile) {
        return of(profile, false);
    }

    /** A sampled program had no probes. */
    private static Profile of(Profile profile, boolean subtracted) {
        return profile.tree().isSampled() ? profile : new Correction(profile, subtracted).apply();
    }

    private Profile apply() {
        int size = tree.size();
        RoundedColumn cost = new RoundedColumn(size);
        RoundedColumn error = new RoundedColumn(size);
        RoundedColumn edge = new RoundedColumn(size);
        RoundedColumn split = new RoundedColumn(size);
        long[] exact = tree.column(Metric.EXACT);
        Debts debts = new Debts(profile.methods().size());
        for (int node = 0; node < size; node++) {
            if (!tree.isRoot(node)) {
                charge(node, Math.min(exact[node], tree.calls(node)), cost, error, edge, split);
            }
        }
        // Millions of nodes: the four columns end as those of the profile, of which edges have none.
        RoundedColumn self = edge;
        for (int node = 0; node < size; node++) {
            boolean method = !tree.isRoot(node);
            error.end(node, method ? Math.round(Math.min(tree.self(node), error.at(node)) + edge.at(node)) : 0);
            split.end(node, method ? Math.round(split.at(node)) : 0);
            long left = tree.self(node) - weaving[node];
            long probes = method ? Math.min(left, Math.round(cost.at(node))) : 0;
            if (method) {
                debts.add(tree.method(node), cost.at(node) - probes, ticked(node) ? left - probes : 0);
            }
            cost.end(node, probes);
            self.end(node, left - probes);
        }
        settle(debts, self.rounded(), cost.rounded());
        Map<Metric, long[]> columns = new LinkedHashMap<>(tree.columns());
        columns.put(Metric.SELF, self.rounded());
        columns.put(Metric.WEAVING, weaving);
        columns.put(PROBES, cost.rounded());
        columns.put(COST_ERROR, error.rounded());
        columns.put(SPLIT_ERROR, split.rounded());
        columns.put(THREAD_SPREAD, spreadOfThreads());
        return new Profile(profile.meta(), profile.methods(), profile.threads(), tree.with(columns));
    }

    /** Whether a node has time that a tick gave it which others may have shared. */
    private boolean ticked(int node) {
        return spread[node] > 0 && !tree.isRoot(node);
    }

    private void settle(Debts debts, long[] self, long[] probes) {
        for (int node = 0; node < self.length; node++) {
            long share = ticked(node) ? debts.shareOf(tree.method(node), self[node]) : 0;
            probes[node] += share;
            self[node] -= share;
        }
    }

    /** What weaving took of each method's time. */
    private static long[] weavingOf(CallTree tree) {
        long[] weaving = tree.column(Metric.WEAVING).clone();
        for (int node = 0; node < weaving.length; node++) {
            weaving[node] = tree.isRoot(node) ? 0 : Math.min(weaving[node], tree.self(node));
        }
        return weaving;
    }

    private void charge(
            int node, long exact, RoundedColumn cost, RoundedColumn error, RoundedColumn edge, RoundedColumn split) {
        int parent = tree.parent(node);
        long calls = tree.calls(node);
        cost.add(parent, costs.newPath());
        error.add(parent, costs.newPath() / 2);
        if (!timed.has(node)) {
            cost.add(parent, costs.leaves(calls));
            error.add(parent, costs.leavesError(calls));
            return;
        }
        cost.add(node, costs.inside(calls - exact, exact));
        cost.add(parent, costs.outside(calls - exact, exact));
        error.add(node, costs.error(calls - exact));
        error.add(parent, costs.error(calls - exact));
        double edges = costs.edgeError(exact, calls == 0 ? 0 : (double) tree.self(node) / calls * exact);
        edge.add(node, edges);
        edge.add(parent, edges);
        split.add(node, costs.splitError(calls - exact));
        split.add(parent, -costs.splitError(calls - exact));
    }

    private long[] spreadOfThreads() {
        long[] sums = tree.total(Metric.SPREAD);
        for (int node = 0; node < sums.length; node++) {
            sums[node] = tree.isRoot(node) ? sums[node] : 0;
        }
        return sums;
    }

    /** Adds a node {@code [probes]} below the root of each thread, with all that was taken out there. */
    public static Profile withProbesRow(Profile profile) {
        CallTree tree = profile.tree();
        if (tree.isSampled()) {
            return profile;
        }
        long[] probes = tree.total(PROBES);
        long[] weaving = tree.total(Metric.WEAVING);
        List<Integer> roots = new ArrayList<>();
        for (ThreadRow thread : profile.threads()) {
            if (probes[thread.root()] + weaving[thread.root()] > 0) {
                roots.add(thread.root());
            }
        }
        if (roots.isEmpty()) {
            return profile;
        }
        int size = tree.size();
        int[] parent = Arrays.copyOf(tree.parents(), size + roots.size());
        int[] method = Arrays.copyOf(tree.methods(), size + roots.size());
        Map<Metric, long[]> columns = new LinkedHashMap<>();
        tree.columns().forEach((metric, column) -> columns.put(metric, Arrays.copyOf(column, size + roots.size())));
        long[] self = columns.getOrDefault(Metric.SELF, new long[0]);
        long[] errors = columns.getOrDefault(COST_ERROR, new long[0]);
        long[] error = tree.total(COST_ERROR);
        for (int i = 0; i < roots.size(); i++) {
            parent[size + i] = roots.get(i);
            method[size + i] = profile.methods().size();
            self[size + i] = probes[roots.get(i)] + weaving[roots.get(i)];
            errors[size + i] = error[roots.get(i)];
        }
        List<Method> methods = new ArrayList<>(profile.methods());
        methods.add(ROW);
        return new Profile(
                profile.meta(), methods, profile.threads(), new CallTree(parent, method, columns, tree.histograms()));
    }
}
