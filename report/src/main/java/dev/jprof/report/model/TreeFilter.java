package dev.jprof.report.model;

import java.util.List;
import java.util.function.Predicate;

/**
 * Cuts of a call tree, each a new profile with the same methods, its nodes in canonical order. A method without nodes left
 * has no row in the table.
 */
public final class TreeFilter {
    private static final int DROPPED = -1;

    private final Profile profile;
    private final CallTree tree;
    private final List<Metric> metrics;
    private final long[][] columns;
    private final TreeBuilder builder;
    private final int[] target;

    private TreeFilter(Profile profile) {
        this.profile = profile;
        this.tree = profile.tree();
        this.metrics = List.copyOf(tree.columns().keySet());
        this.columns = tree.columns().values().toArray(long[][]::new);
        this.builder = new TreeBuilder(metrics);
        this.target = new int[tree.size()];
    }

    /**
     * Keeps the paths that lead through a matching method, and the threads that have one. What stands above the outermost
     * match keeps its counts and loses its own time, so the time left is that of the outermost matches.
     */
    public static Profile focus(Profile profile, Predicate<Method> matches) {
        return new TreeFilter(profile).focus(matching(profile, matches));
    }

    /** Drops matching methods with everything below them, time included. */
    public static Profile ignore(Profile profile, Predicate<Method> matches) {
        return new TreeFilter(profile).ignore(matching(profile, matches));
    }

    /**
     * Takes matching methods out of their paths: their own time and their callees go to the caller, their counts vanish.
     * No time is lost; callees that become children of one node are added up.
     */
    public static Profile hide(Profile profile, Predicate<Method> matches) {
        return new TreeFilter(profile).hide(profile.threads(), matching(profile, matches));
    }

    /** Keeps the matching threads. */
    public static Profile threads(Profile profile, Predicate<ThreadRow> matches) {
        List<ThreadRow> kept = profile.threads().stream().filter(matches).toList();
        return new TreeFilter(profile).hide(kept, new boolean[profile.tree().size()]);
    }

    private static boolean[] matching(Profile profile, Predicate<Method> matches) {
        boolean[] methods = new boolean[profile.methods().size()];
        for (int method = 0; method < methods.length; method++) {
            methods[method] = matches.test(profile.methods().get(method));
        }
        CallTree tree = profile.tree();
        boolean[] nodes = new boolean[tree.size()];
        for (int node = 0; node < nodes.length; node++) {
            nodes[node] = !tree.isRoot(node) && methods[tree.method(node)];
        }
        return nodes;
    }

    private Profile focus(boolean[] matches) {
        boolean[] leads = matches.clone();
        for (int node = tree.size() - 1; node >= 0; node--) {
            if (leads[node] && !tree.isRoot(node)) {
                leads[tree.parent(node)] = true;
            }
        }
        List<ThreadRow> kept =
                profile.threads().stream().filter(row -> leads[row.root()]).toList();
        placeRoots(kept);
        boolean[] within = matches.clone();
        builder.add(tree.histograms(), target);
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node)) {
                within[node] |= within[tree.parent(node)];
                target[node] = within[node] || leads[node] ? child(node) : DROPPED;
            }
            add(node, true, within[node]);
        }
        return builder.build(profile.meta(), profile.methods(), kept);
    }

    private Profile ignore(boolean[] matches) {
        placeRoots(profile.threads());
        builder.add(tree.histograms(), target);
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node)) {
                target[node] = matches[node] ? DROPPED : child(node);
            }
            add(node, true, true);
        }
        return builder.build(profile.meta(), profile.methods(), profile.threads());
    }

    private Profile hide(List<ThreadRow> kept, boolean[] matches) {
        placeRoots(kept);
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node)) {
                target[node] = matches[node] ? target[tree.parent(node)] : child(node);
            }
            add(node, !matches[node], true);
        }
        int[] shown = target.clone();
        for (int node = 0; node < shown.length; node++) {
            shown[node] = matches[node] ? DROPPED : shown[node];
        }
        builder.add(tree.histograms(), shown);
        return builder.build(profile.meta(), profile.methods(), kept);
    }

    private void placeRoots(List<ThreadRow> kept) {
        for (ThreadRow row : profile.threads()) {
            target[row.root()] = DROPPED;
        }
        for (int thread = 0; thread < kept.size(); thread++) {
            target[kept.get(thread).root()] = builder.root(thread);
        }
    }

    private int child(int node) {
        int parent = target[tree.parent(node)];
        return parent == DROPPED ? DROPPED : builder.child(parent, tree.method(node));
    }

    private void add(int node, boolean counts, boolean times) {
        if (target[node] == DROPPED) {
            return;
        }
        for (int metric = 0; metric < columns.length; metric++) {
            if (metrics.get(metric).moves() ? times : counts) {
                builder.add(target[node], metric, columns[metric][node]);
            }
        }
    }
}
