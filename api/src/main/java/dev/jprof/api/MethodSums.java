package dev.jprof.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums over the nodes of each method, in one walk that knows which methods are on the path. */
final class MethodSums {
    private final CallTree tree;

    /** For each method of the tree its row; several may have the same. */
    private final int[] row;

    private final List<MethodName> names;
    private final boolean[] timed;
    private final int[] onPath;
    private final long[] calls;
    private final long[] primitiveCalls;
    private final long[] errors;
    private final long[] self;
    private final long[] total;

    MethodSums(CallTree tree) {
        this.tree = tree;
        Map<MethodName, Integer> rows = new LinkedHashMap<>();
        row = new int[tree.methods.length];
        for (int i = 0; i < row.length; i++) {
            Integer known = rows.putIfAbsent(tree.methods[i], rows.size());
            row[i] = known == null ? rows.size() - 1 : known;
        }
        names = new ArrayList<>(rows.keySet());
        timed = new boolean[names.size()];
        for (int i = 0; i < row.length; i++) {
            timed[row[i]] |= tree.timed[i];
        }
        onPath = new int[names.size()];
        calls = new long[names.size()];
        primitiveCalls = new long[names.size()];
        errors = new long[names.size()];
        self = new long[names.size()];
        total = new long[names.size()];
        for (int root : tree.roots) {
            walk(root);
        }
    }

    List<MethodStats> rows() {
        List<MethodStats> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            rows.add(
                    new MethodStats(names.get(i), timed[i], calls[i], primitiveCalls[i], errors[i], self[i], total[i]));
        }
        rows.sort(Comparator.comparingLong(MethodStats::totalNanos)
                .thenComparingLong(MethodStats::calls)
                .reversed()
                .thenComparing(stats -> stats.method().toString()));
        return rows;
    }

    /** In a loop, because call trees are deep. */
    private void walk(int root) {
        List<int[]> children = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        enter(root, children, places);
        while (!children.isEmpty()) {
            int[] place = places.get(places.size() - 1);
            int[] siblings = children.get(children.size() - 1);
            if (place[1] < siblings.length) {
                enter(siblings[place[1]++], children, places);
            } else {
                leave(place[0]);
                children.remove(children.size() - 1);
                places.remove(places.size() - 1);
            }
        }
    }

    private void enter(int node, List<int[]> children, List<int[]> places) {
        if (tree.method[node] >= 0) {
            int own = row[tree.method[node]];
            calls[own] += tree.calls[node];
            errors[own] += tree.errors[node];
            self[own] += tree.self[node];
            if (onPath[own]++ == 0) {
                primitiveCalls[own] += tree.calls[node];
                total[own] += tree.total[node];
            }
        }
        children.add(tree.children(node));
        places.add(new int[] {node, 0});
    }

    private void leave(int node) {
        if (tree.method[node] >= 0) {
            onPath[row[tree.method[node]]]--;
        }
    }
}
