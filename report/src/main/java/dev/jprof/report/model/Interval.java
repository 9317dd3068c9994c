package dev.jprof.report.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a program did between two snapshots of one recording: the later one less the earlier, path by path. */
public final class Interval {
    private static final String WALL = "wallNs";

    private final Profile then;
    private final Profile now;
    private final int[] before;

    private Interval(Profile then, Profile now) {
        this.then = then;
        this.now = now;
        this.before = new int[now.tree().size()];
    }

    /**
     * The difference, on the paths of {@code now}. Calls that have not ended are those of {@code now}. What two corrections for probe
     * cost leave below zero is zero. Durations of single calls are left out.
     */
    public static Profile between(Profile then, Profile now) {
        return new Interval(then, now).difference();
    }

    private Profile difference() {
        match();
        Map<Metric, long[]> columns = new LinkedHashMap<>();
        now.tree().columns().forEach((metric, column) -> columns.put(metric, difference(metric, column)));
        CallTree tree = now.tree();
        Map<String, Object> meta = new LinkedHashMap<>(now.meta().values());
        meta.put(WALL, now.meta().integer(WALL, 0) - then.meta().integer(WALL, 0));
        CallTree less = new CallTree(tree.parents(), tree.methods(), columns);
        return new Profile(new Meta(meta), now.methods(), now.threads(), less);
    }

    private long[] difference(Metric metric, long[] column) {
        if (metric.equals(Metric.OPEN)) {
            return column;
        }
        long[] old = then.tree().column(metric);
        long[] difference = new long[column.length];
        for (int node = 0; node < column.length; node++) {
            difference[node] = before[node] < 0 ? column[node] : Math.max(0, column[node] - old[before[node]]);
        }
        return difference;
    }

    /** Finds each node's place in the earlier snapshot; -1 where its path is new. */
    private void match() {
        Map<Method, Integer> numbers = new HashMap<>();
        for (int method = 0; method < then.methods().size(); method++) {
            numbers.putIfAbsent(then.methods().get(method), method);
        }
        Map<Long, Integer> places = places();
        CallTree tree = now.tree();
        Map<List<Object>, Integer> roots = new HashMap<>();
        then.threads().forEach(thread -> roots.put(List.of(thread.name(), thread.id()), thread.root()));
        Arrays.fill(before, -1);
        now.threads()
                .forEach(thread -> before[thread.root()] = roots.getOrDefault(List.of(thread.name(), thread.id()), -1));
        for (int node = 0; node < before.length; node++) {
            if (!tree.isRoot(node) && before[tree.parent(node)] >= 0) {
                int method = numbers.getOrDefault(now.methods().get(tree.method(node)), -1);
                before[node] = places.getOrDefault(path(before[tree.parent(node)], method), -1);
            }
        }
    }

    /** The nodes of the earlier snapshot by their parents and methods. */
    private Map<Long, Integer> places() {
        CallTree tree = then.tree();
        Map<Long, Integer> places = new HashMap<>();
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node)) {
                places.put(path(tree.parent(node), tree.method(node)), node);
            }
        }
        return places;
    }

    private static long path(int parent, int method) {
        return (long) parent << 32 | method & 0xffffffffL;
    }
}
