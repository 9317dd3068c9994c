package dev.jprof.report.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The call tree folded by method, as cProfile counts: primitive calls and totals are those of outermost activations, on
 * each thread by itself, and every edge between two methods has a recursion level of its own. Immutable.
 *
 * @param rows methods that occur in the tree, by index
 * @param edges caller-callee pairs in the order of their first path; calls from a root have no edge
 * @param byMethod how long calls took, by method index
 * @param byEdge the same by place in {@code edges}
 */
public record MethodTable(
        Profile profile, List<MethodStats> rows, List<Edge> edges, RowHistograms byMethod, RowHistograms byEdge) {
    public MethodTable {
        rows = List.copyOf(rows);
        edges = List.copyOf(edges);
    }

    /** Folds in one walk: linear in nodes, whatever the depth. */
    public static MethodTable of(Profile profile) {
        return new TableWalk(profile, true).table();
    }

    /** Without edges, which is twice as quick. */
    public static MethodTable withoutEdges(Profile profile) {
        return new MethodTable(
                profile,
                rowsOf(profile),
                List.of(),
                RowHistograms.ofMethods(profile.tree()),
                new RowHistograms(Histograms.NONE, new int[0]));
    }

    /** The rows alone. */
    public static List<MethodStats> rowsOf(Profile profile) {
        return new TableWalk(profile, false).rowsAlone();
    }

    /** The method of an index, as edges name it. */
    public Method method(int index) {
        return profile.methods().get(index);
    }

    /** Edges into each method that is called by another, by the callee's index. */
    public Map<Integer, List<Edge>> callers() {
        return edges.stream().collect(Collectors.groupingBy(Edge::callee));
    }

    /** Edges out of each method that calls another, by the caller's index. */
    public Map<Integer, List<Edge>> callees() {
        return edges.stream().collect(Collectors.groupingBy(Edge::caller));
    }
}
