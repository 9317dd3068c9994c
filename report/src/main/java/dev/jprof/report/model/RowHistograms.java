package dev.jprof.report.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Histograms of rows that sum up nodes. Added up when the first is asked for, since few tables show any. */
public final class RowHistograms {
    private final Histograms nodes;
    private final int[] rowOf;
    private @Nullable Histograms rows;

    /**
     * @param nodes those of single nodes
     * @param rowOf the row of each node; negative for none
     */
    public RowHistograms(Histograms nodes, int[] rowOf) {
        this.nodes = nodes;
        this.rowOf = rowOf;
    }

    /** Those of methods, by their index. */
    public static RowHistograms ofMethods(CallTree tree) {
        int[] methodOf = new int[tree.size()];
        for (int node = 0; node < methodOf.length; node++) {
            methodOf[node] = tree.method(node);
        }
        return new RowHistograms(tree.histograms(), methodOf);
    }

    /** The histogram of a row, empty if nothing of it was measured. */
    public Histogram of(int row) {
        return all().of(row);
    }

    /** Those of all rows that have one. */
    public synchronized Histograms all() {
        Histograms summed = rows;
        if (summed == null) {
            summed = Histograms.sum(List.of(nodes), List.of(rowOf));
            rows = summed;
        }
        return summed;
    }
}
