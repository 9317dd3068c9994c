package dev.jprof.report.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Histograms of rows that sum up nodes. Added up when the first is asked for, since few tables show any. Confined to one thread. */
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

    /** The histogram of a row, empty if nothing of it was measured. */
    public Histogram of(int row) {
        Histograms summed = rows;
        if (summed == null) {
            summed = Histograms.sum(List.of(nodes), List.of(rowOf));
            rows = summed;
        }
        return summed.of(row);
    }
}
