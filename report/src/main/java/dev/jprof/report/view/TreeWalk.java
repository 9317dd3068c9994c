package dev.jprof.report.view;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Children;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** One walk over a tree that prunes it and puts it into lines. Used once. */
final class TreeWalk {
    private final Profile profile;
    private final CallTree tree;
    private final Children children;
    private final Names names;
    private final double least;
    private final long[] callsBelow;
    private final List<TreeLine> lines = new ArrayList<>();

    /** A node that waits for its line; siblings wait behind their elder's descendants. */
    private record Waiting(int node, int depth, boolean last) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<TreeLine> remainders = new ArrayDeque<>();

    /**
     * @param least nanoseconds below which a node is pruned
     */
    TreeWalk(Profile profile, double least) {
        this.profile = profile;
        this.tree = profile.tree();
        this.children = Children.of(tree);
        this.names = new Names(profile);
        this.least = least;
        this.callsBelow = callsBelow(tree);
    }

    List<TreeLine> lines() {
        for (ThreadRow thread : threads()) {
            long total = totalOf(thread);
            String name = Printable.of(Grouping.threadName(thread, profile.threads()));
            lines.add(new TreeLine(0, true, name, 0, 0, total, 0, Histogram.NONE));
            await(thread.root(), 1);
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

    private void visit(Waiting next) {
        int node = next.node();
        if (node == Children.NONE) {
            lines.add(remainders.pop());
            return;
        }
        lines.add(new TreeLine(
                next.depth(),
                next.last(),
                names.printed(tree.method(node)),
                tree.calls(node),
                tree.self(node),
                tree.total(node),
                0,
                tree.histograms().of(node)));
        await(node, next.depth() + 1);
    }

    /** Puts the children of a node in line: the dearest comes out first, the remainder last. */
    private void await(int parent, int depth) {
        List<Integer> kept = new ArrayList<>();
        int pruned = 0;
        long calls = 0;
        long total = 0;
        for (int child = children.first(parent); child != Children.NONE; child = children.next(child)) {
            if (tree.total(child) < least) {
                pruned++;
                calls += callsBelow[child];
                total += tree.total(child);
            } else {
                kept.add(child);
            }
        }
        kept.sort(Comparator.comparingLong(tree::total));
        if (pruned > 0) {
            String name = "[" + pruned + (pruned == 1 ? " cheaper call path]" : " cheaper call paths]");
            remainders.push(new TreeLine(depth, true, name, calls, 0, total, pruned, Histogram.NONE));
            waiting.push(new Waiting(Children.NONE, depth, true));
        }
        for (int i = 0; i < kept.size(); i++) {
            waiting.push(new Waiting(kept.get(i), depth, i == 0 && pruned == 0));
        }
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
