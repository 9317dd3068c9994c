package dev.jprof.report.view;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Children;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A call tree of which some nodes are open: their callees have lines too, dearest first. What cost and called nothing has none. */
public final class OpenTree {
    private final Profile profile;
    private final CallTree tree;
    private final Children children;
    private final Names names;
    private final Predicate<String> open;
    private final List<Line> lines = new ArrayList<>();

    /**
     * One node. Times are nanoseconds.
     *
     * @param path what tells it from all other nodes, in every snapshot of a recording
     * @param depth 0 for a thread
     * @param parent whether there is anything to open
     */
    public record Line(String path, int depth, String name, long calls, long self, long total, boolean parent) {}

    private OpenTree(Profile profile, Predicate<String> open) {
        this.profile = profile;
        this.tree = profile.tree();
        this.children = Children.of(tree);
        this.names = new Names(profile);
        this.open = open;
    }

    /**
     * The lines that can be seen.
     *
     * @param open which paths are open
     */
    public static List<Line> of(Profile profile, Predicate<String> open) {
        OpenTree made = new OpenTree(profile, open);
        profile.threads().stream()
                .sorted(Comparator.comparingLong(made::totalOf).reversed())
                .forEach(made::thread);
        return made.lines;
    }

    private long totalOf(ThreadRow thread) {
        return tree.total(thread.root()) - tree.self(thread.root());
    }

    private void thread(ThreadRow thread) {
        List<Integer> callees = callees(thread.root());
        if (callees.isEmpty()) {
            return;
        }
        String name = Printable.of(Grouping.threadName(thread, profile.threads()));
        lines.add(new Line(name, 0, name, 0, 0, totalOf(thread), true));
        if (open.test(name)) {
            callees.forEach(callee -> call(callee, name, 1));
        }
    }

    /** As deep as nodes are open, and somebody opened them by hand. */
    private void call(int node, String above, int depth) {
        String name = names.function(tree.method(node));
        String path = above + "\n" + profile.methods().get(tree.method(node));
        List<Integer> callees = callees(node);
        lines.add(new Line(path, depth, name, tree.calls(node), tree.self(node), tree.total(node), !callees.isEmpty()));
        if (open.test(path)) {
            callees.forEach(callee -> call(callee, path, depth + 1));
        }
    }

    private List<Integer> callees(int node) {
        List<Integer> callees = new ArrayList<>();
        for (int child = children.first(node); child != Children.NONE; child = children.next(child)) {
            if (tree.total(child) > 0 || tree.calls(child) > 0) {
                callees.add(child);
            }
        }
        callees.sort(
                Comparator.comparingLong((Integer callee) -> tree.total(callee)).reversed());
        return callees;
    }
}
