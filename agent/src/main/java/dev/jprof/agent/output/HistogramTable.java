package dev.jprof.agent.output;

import dev.jprof.agent.rt.Durations;
import dev.jprof.agent.rt.Histogram;
import java.io.IOException;
import java.util.Arrays;

/**
 * How long the measured calls of the nodes took, as parallel arrays: for each node that has any its number, the number of
 * measured calls, the longest duration and the buckets. Nodes may come in any order and repeatedly until {@link #sorted}.
 */
final class HistogramTable {
    private static final int CALLS_BITS = 54;

    private int size;
    private int[] node = new int[64];
    private long[] samples = new long[64];
    private long[] max = new long[64];

    /** Where the cells of each begin; those of the last end at {@link #used}. */
    private int[] start = new int[65];

    private int used;

    /** A bucket's number above, the calls that fell into it below: the order of the cells is that of their buckets. */
    private long[] cells = new long[256];

    void add(int place, Durations durations) {
        if (durations == null) {
            return;
        }
        Histogram early = durations.early();
        Histogram late = durations.late();
        if (early == null && late == null) {
            return;
        }
        begin(place);
        append(early);
        append(late);
        end();
    }

    private void begin(int place) {
        if (size == node.length) {
            int longer = size * 2;
            node = Arrays.copyOf(node, longer);
            samples = Arrays.copyOf(samples, longer);
            max = Arrays.copyOf(max, longer);
            start = Arrays.copyOf(start, longer + 1);
        }
        node[size] = place;
        samples[size] = 0;
        max[size] = 0;
    }

    private void append(Histogram histogram) {
        if (histogram != null) {
            samples[size] += histogram.samples();
            max[size] = Math.max(max[size], histogram.max());
            append(histogram.cells(), 0, histogram.cells().length);
        }
    }

    private void append(long[] more, int from, int to) {
        if (used + to - from > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(2 * cells.length, used + to - from));
        }
        for (int i = from; i < to && more[i] != 0; i++) {
            cells[used++] = more[i];
        }
    }

    /** Adds up cells of one bucket. */
    private void end() {
        int from = start[size];
        Arrays.sort(cells, from, used);
        int kept = from;
        for (int i = from; i < used; i++) {
            if (kept > from && cells[kept - 1] >>> CALLS_BITS == cells[i] >>> CALLS_BITS) {
                cells[kept - 1] += Histogram.calls(cells[i]);
            } else {
                cells[kept++] = cells[i];
            }
        }
        used = kept;
        start[++size] = used;
    }

    /** Puts nodes into the order of their new numbers, -1 for those that are no more, and adds up what is said of one node. */
    HistogramTable sorted(int[] moved) {
        if (isSorted(moved)) {
            for (int i = 0; i < size; i++) {
                node[i] = moved[node[i]];
            }
            return this;
        }
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) moved[node[i]] << 32 | i;
        }
        Arrays.sort(order);
        HistogramTable sorted = new HistogramTable();
        for (int next = 0; next < size; ) {
            int place = (int) (order[next] >> 32);
            sorted.begin(Math.max(place, 0));
            for (; next < size && order[next] >> 32 == place; next++) {
                sorted.append(this, (int) order[next]);
            }
            if (place >= 0) {
                sorted.end();
            } else {
                sorted.used = 0;
            }
        }
        return sorted;
    }

    /** As nodes come from trees of platform threads of which nothing was taken out. */
    private boolean isSorted(int[] moved) {
        int last = -1;
        for (int i = 0; i < size; i++) {
            if (moved[node[i]] <= last) {
                return false;
            }
            last = moved[node[i]];
        }
        return true;
    }

    private void append(HistogramTable from, int row) {
        samples[size] += from.samples[row];
        max[size] = Math.max(max[size], from.max[row]);
        append(from.cells, from.start[row], from.start[row + 1]);
    }

    void write(JsonWriter json) throws IOException {
        json.newLine().key("histograms").beginObject().newLine();
        json.key("node").beginArray();
        for (int i = 0; i < size; i++) {
            json.number(node[i]);
        }
        json.endArray().newLine().key("samples").beginArray();
        for (int i = 0; i < size; i++) {
            json.number(samples[i]);
        }
        json.endArray().newLine().key("max").beginArray();
        for (int i = 0; i < size; i++) {
            json.number(max[i]);
        }
        json.endArray().newLine().key("buckets").beginArray();
        for (int i = 0; i < size; i++) {
            json.number(start[i + 1] - start[i]);
        }
        json.endArray().newLine().key("bucket").beginArray();
        for (int i = 0; i < used; i++) {
            json.number(Histogram.bucket(cells[i]));
        }
        json.endArray().newLine().key("calls").beginArray();
        for (int i = 0; i < used; i++) {
            json.number(Histogram.calls(cells[i]));
        }
        json.endArray().newLine().endObject();
    }
}
