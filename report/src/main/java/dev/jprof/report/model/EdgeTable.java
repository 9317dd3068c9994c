package dev.jprof.report.model;

import java.util.List;

/**
 * The calls between methods as a table of their own: the same tree with each node's method replaced by the edge that leads to
 * it, so that counts, times, error bars and durations of an edge follow the rules for methods. Immutable.
 */
public final class EdgeTable {
    /** The caller where a thread begins. */
    public static final int ROOT = -1;

    private final PairIndex pairs;
    private final List<MethodStats> rows;
    private final RowHistograms durations;

    private EdgeTable(PairIndex pairs, List<MethodStats> rows, RowHistograms durations) {
        this.pairs = pairs;
        this.rows = rows;
        this.durations = durations;
    }

    /** Numbers edges in the order of their first path. */
    private static final class Numbering extends DepthFirstWalk {
        private final CallTree tree;
        private final PairIndex pairs = new PairIndex();
        private final int[] edgeOf;

        Numbering(CallTree tree) {
            this.tree = tree;
            this.edgeOf = tree.methods().clone();
        }

        @Override
        void enter(int node, int thread) {
            edgeOf[node] = pairs.of(tree.method(tree.parent(node)), tree.method(node));
        }

        @Override
        void leave(int node) {
            // An edge is known from its first call on.
        }

        @Override
        void endThread(int root) {
            // The edges of all threads are numbered together.
        }
    }

    public static EdgeTable of(Profile profile) {
        CallTree tree = profile.tree();
        Numbering numbering = new Numbering(tree);
        numbering.walk(profile, Children.of(tree));
        PairIndex pairs = numbering.pairs;
        Method[] called = new Method[pairs.size()];
        for (int edge = 0; edge < called.length; edge++) {
            called[edge] = profile.methods().get(pairs.right(edge));
        }
        Profile byEdge =
                new Profile(profile.meta(), List.of(called), profile.threads(), tree.withMethods(numbering.edgeOf));
        return new EdgeTable(pairs, MethodTable.rowsOf(byEdge), new RowHistograms(tree.histograms(), numbering.edgeOf));
    }

    /** One for each edge, of the called method under that caller; the index of each is its edge's number. */
    public List<MethodStats> rows() {
        return rows;
    }

    /** The index of the calling method, or {@link #ROOT}. */
    public int caller(int edge) {
        return pairs.left(edge);
    }

    /** The index of the called method. */
    public int callee(int edge) {
        return pairs.right(edge);
    }

    /** How long the calls took. */
    public Histogram durations(int edge) {
        return durations.of(edge);
    }
}
