package dev.jprof.report.view;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Children;
import dev.jprof.report.model.Costs;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.NodeStats;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** One walk over a tree that prunes it and puts it into lines. Used once. */
final class TreeWalk {
    private final Profile profile;
    private final CallTree tree;
    private final Children children;
    private final NodeStats stats;
    private final Names names;
    private final double least;
    private final SortOrder order;
    private final long[] callsBelow;
    private final List<TreeLine> lines = new ArrayList<>();

    /** Lines that wait for their place; siblings wait behind their elder's descendants. */
    private final Deque<TreeLine> waiting = new ArrayDeque<>();

    /**
     * @param least nanoseconds below which a node is pruned
     * @param order of siblings
     */
    TreeWalk(Profile profile, double least, SortOrder order) {
        this.profile = profile;
        this.tree = profile.tree();
        this.children = Children.of(tree);
        this.stats = NodeStats.of(profile);
        this.names = new Names(profile);
        this.least = least;
        this.order = order;
        this.callsBelow = callsBelow(tree);
    }

    List<TreeLine> lines() {
        for (ThreadRow thread : threads()) {
            int root = thread.root();
            String name = Printable.of(Grouping.threadName(thread, profile.threads()));
            Costs costs = new Costs(0, 0, 0, totalOf(thread));
            lines.add(new TreeLine(0, true, 0, sum(name, costs, thread.threads(), stats.bytes(root))));
            await(root, 1);
            while (!waiting.isEmpty()) {
                visit(waiting.pop());
            }
        }
        return lines;
    }

    private List<ThreadRow> threads() {
        List<ThreadRow> threads = new ArrayList<>(profile.threads());
        threads.sort(Comparator.comparingLong(this::totalOf).reversed());
        return threads;
    }

    /** A root's own time passed outside instrumented methods and is in no method's row either. */
    private long totalOf(ThreadRow thread) {
        return tree.total(thread.root()) - tree.self(thread.root());
    }

    private void visit(TreeLine line) {
        lines.add(line);
        if (line.isCall()) {
            await(line.row().stats().index(), line.depth() + 1);
        }
    }

    /** Puts the children of a node in line: the first comes out first, the remainder last. */
    private void await(int parent, int depth) {
        List<Row> kept = new ArrayList<>();
        int pruned = 0;
        long calls = 0;
        long total = 0;
        long bytes = 0;
        for (int child = children.first(parent); child != Children.NONE; child = children.next(child)) {
            if (tree.total(child) < least) {
                pruned++;
                calls += callsBelow[child];
                total += tree.total(child);
                bytes += stats.bytes(child);
            } else {
                kept.add(row(child));
            }
        }
        if (pruned > 0) {
            String name = "[" + pruned + (pruned == 1 ? " cheaper call path]" : " cheaper call paths]");
            waiting.push(new TreeLine(depth, true, pruned, sum(name, new Costs(calls, calls, 0, total), 0, bytes)));
        }
        List<Row> sorted = sorted(kept);
        for (int i = sorted.size() - 1; i >= 0; i--) {
            boolean last = i == sorted.size() - 1 && pruned == 0;
            waiting.push(new TreeLine(depth, last, 0, sorted.get(i)));
        }
    }

    /** What is equal in the order that is asked for is dearest first. */
    private List<Row> sorted(List<Row> siblings) {
        Collections.reverse(siblings);
        return order.sorted(Tree.DEAREST.sorted(siblings));
    }

    private Row row(int node) {
        int method = tree.method(node);
        return new Row(
                stats.of(node),
                profile.methods().get(method),
                names.function(method),
                names.printed(method),
                () -> tree.histograms().of(node),
                tree.isSampled());
    }

    private Row sum(String name, Costs costs, long threads, long bytes) {
        MethodStats sum = stats.sum(name, costs, threads, bytes);
        return new Row(sum, sum.method(), name, name, () -> Histogram.NONE, tree.isSampled());
    }

    private static long[] callsBelow(CallTree tree) {
        long[] calls = new long[tree.size()];
        for (int node = calls.length - 1; node >= 0; node--) {
            calls[node] += tree.calls(node);
            if (!tree.isRoot(node)) {
                calls[tree.parent(node)] += calls[node];
            }
        }
        return calls;
    }
}
