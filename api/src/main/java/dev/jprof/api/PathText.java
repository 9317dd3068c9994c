package dev.jprof.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The part of a call tree that leads to some nodes: a line a node with calls, milliseconds and the method, those nodes marked.
 * Callers that were open before the session began are left out as far as they lead to one method only.
 */
final class PathText {
    private static final int MOST_LINES = 200;
    private static final String MARK = "  <--";

    private final CallTree tree;
    private final boolean[] marked;
    private final boolean[] leads;
    private final List<String> lines = new ArrayList<>();

    PathText(CallTree tree, boolean[] marked) {
        this.tree = tree;
        this.marked = marked;
        this.leads = marked.clone();
        for (int node = leads.length - 1; node >= 0; node--) {
            if (leads[node] && tree.parent[node] >= 0) {
                leads[tree.parent[node]] = true;
            }
        }
    }

    String text() {
        lines.add(String.format(Locale.ROOT, "%12s %11s", "calls", "total ms"));
        for (int root : tree.roots) {
            if (leads[root]) {
                write(root);
            }
        }
        int more = lines.size() - MOST_LINES;
        List<String> shown = more > 0 ? new ArrayList<>(lines.subList(0, MOST_LINES)) : lines;
        if (more > 0) {
            shown.add("             ... and " + more + " lines more");
        }
        return String.join("\n", shown) + "\n";
    }

    private void write(int root) {
        lines.add(String.format(Locale.ROOT, "%12s %11s  %s", "", "", "thread " + tree.name(root)));
        List<int[]> waiting = new ArrayList<>();
        push(skipOpenCallers(root), 1, waiting);
        while (!waiting.isEmpty()) {
            int[] next = waiting.remove(waiting.size() - 1);
            int node = next[0];
            lines.add(String.format(
                    Locale.ROOT,
                    "%,12d %11.3f  %s%s%s",
                    tree.calls[node],
                    tree.total[node] / 1e6,
                    indent(next[1]),
                    tree.name(node),
                    marked[node] ? MARK : ""));
            push(node, next[1] + 1, waiting);
        }
    }

    private int skipOpenCallers(int root) {
        int node = root;
        while (true) {
            int[] children = leading(node);
            if (children.length != 1 || tree.calls[children[0]] > 0 || marked[children[0]]) {
                return node;
            }
            node = children[0];
        }
    }

    private void push(int node, int depth, List<int[]> waiting) {
        int[] children = leading(node);
        for (int i = children.length - 1; i >= 0; i--) {
            waiting.add(new int[] {children[i], depth});
        }
    }

    private int[] leading(int node) {
        List<Integer> leading = new ArrayList<>();
        for (int child : tree.children(node)) {
            if (leads[child]) {
                leading.add(child);
            }
        }
        int[] nodes = new int[leading.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = leading.get(i);
        }
        return nodes;
    }

    /** Deep recursion would leave no room for names. */
    private static String indent(int depth) {
        StringBuilder indent = new StringBuilder();
        for (int i = 0; i < Math.min(depth, 30); i++) {
            indent.append("  ");
        }
        return indent.toString();
    }
}
