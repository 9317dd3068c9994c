package dev.jprof.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of all threads of a session as parallel arrays, parents before children, as in profile.json. Immutable. */
final class CallTree {
    final MethodName[] methods;

    /** Of each method, whether its time was measured. */
    final boolean[] timed;

    final String[] threads;
    final int[] roots;
    final int[] parent;

    /** Index into {@link #methods}, -1 for a root. */
    final int[] method;

    final long[] calls;
    final long[] self;
    final long[] errors;
    final long[] open;
    final long[] total;

    /** The children of node n, dearest first, stand in {@code order} from {@code start[n]} to {@code start[n + 1]}. */
    private final int[] start;

    private final int[] order;

    CallTree(Map<?, ?> columns) {
        String[] classes = (String[]) columns.get("class");
        String[] names = (String[]) columns.get("name");
        String[] descriptors = (String[]) columns.get("desc");
        String[] kinds = (String[]) columns.get("kind");
        methods = new MethodName[classes.length];
        for (int i = 0; i < classes.length; i++) {
            methods[i] = new MethodName(classes[i], names[i], descriptors[i], kinds[i]);
        }
        timed = (boolean[]) columns.get("timed");
        threads = (String[]) columns.get("threads");
        roots = (int[]) columns.get("roots");
        parent = (int[]) columns.get("parent");
        method = (int[]) columns.get("method");
        calls = (long[]) columns.get("calls");
        self = (long[]) columns.get("self");
        errors = (long[]) columns.get("errors");
        open = (long[]) columns.get("open");
        total = self.clone();
        start = new int[parent.length + 1];
        for (int node = parent.length - 1; node >= 0; node--) {
            if (parent[node] >= 0) {
                total[parent[node]] += total[node];
                start[parent[node] + 1]++;
            }
        }
        order = childrenByParent();
    }

    static CallTree empty() {
        Map<String, Object> none = new HashMap<>();
        for (String texts : new String[] {"class", "name", "desc", "kind", "threads"}) {
            none.put(texts, new String[0]);
        }
        none.put("timed", new boolean[0]);
        for (String numbers : new String[] {"roots", "parent", "method"}) {
            none.put(numbers, new int[0]);
        }
        for (String counts : new String[] {"calls", "self", "errors", "open"}) {
            none.put(counts, new long[0]);
        }
        return new CallTree(none);
    }

    private int[] childrenByParent() {
        for (int node = 0; node < parent.length; node++) {
            start[node + 1] += start[node];
        }
        int[] next = start.clone();
        int[] children = new int[start[parent.length]];
        for (int node = 0; node < parent.length; node++) {
            if (parent[node] >= 0) {
                children[next[parent[node]]++] = node;
            }
        }
        return children;
    }

    int[] children(int node) {
        Integer[] children = new Integer[start[node + 1] - start[node]];
        for (int i = 0; i < children.length; i++) {
            children[i] = order[start[node] + i];
        }
        Arrays.sort(children, Comparator.comparingLong((Integer child) -> -total[child]));
        int[] sorted = new int[children.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = children[i];
        }
        return sorted;
    }

    String name(int node) {
        if (method[node] >= 0) {
            return methods[method[node]].toString();
        }
        for (int row = 0; row < roots.length; row++) {
            if (roots[row] == node) {
                return threads[row];
            }
        }
        throw new IllegalStateException("node " + node + " has neither method nor thread");
    }

    /** For each node whether its method is meant. */
    boolean[] matching(MethodPattern pattern) {
        boolean[] meant = new boolean[methods.length];
        for (int i = 0; i < meant.length; i++) {
            meant[i] = methods[i].matches(pattern);
        }
        boolean[] matching = new boolean[parent.length];
        for (int node = 0; node < matching.length; node++) {
            matching[node] = method[node] >= 0 && meant[method[node]];
        }
        return matching;
    }

    /** Of some nodes those that have none of them above. */
    boolean[] outermost(boolean[] some) {
        boolean[] inside = new boolean[some.length];
        boolean[] outermost = new boolean[some.length];
        for (int node = 0; node < some.length; node++) {
            inside[node] = parent[node] >= 0 && (inside[parent[node]] || some[parent[node]]);
            outermost[node] = some[node] && !inside[node];
        }
        return outermost;
    }

    static long sum(long[] column, boolean[] nodes) {
        long sum = 0;
        for (int node = 0; node < nodes.length; node++) {
            sum += nodes[node] ? column[node] : 0;
        }
        return sum;
    }

    /** A row for each method, dearest first. */
    List<MethodStats> stats() {
        return new MethodSums(this).rows();
    }

    List<CallNode> rootNodes() {
        List<CallNode> nodes = new ArrayList<>();
        for (int root : roots) {
            nodes.add(new CallNode(this, root));
        }
        return nodes;
    }
}
