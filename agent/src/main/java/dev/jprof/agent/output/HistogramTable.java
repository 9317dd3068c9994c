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
    private static final int BUCKET_BITS = 9;

    private int size;
    private final LongColumn node;
    private final LongColumn samples;
    private final LongColumn max;

    /** Where the cells of each end; those of the next begin there. */
    private final LongColumn end;

    private int used;

    /** How many calls fell into a bucket above, the bucket's number below: so nearly all are small. */
    private final LongColumn cells;

    /** The cells of the node that is being added, as histograms have them: in the order of their buckets once sorted. */
    private long[] own = new long[64];

    private int owned;

    /** @param nodes of how many there will probably be durations */
    HistogramTable(int nodes) {
        node = new LongColumn(nodes);
        samples = new LongColumn(nodes);
        max = new LongColumn(nodes);
        end = new LongColumn(nodes);
        cells = new LongColumn(2 * nodes);
    }

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
        node.put(size, place);
        samples.put(size, 0);
        max.put(size, 0);
        owned = 0;
    }

    private void append(Histogram histogram) {
        if (histogram == null) {
            return;
        }
        note(histogram.samples(), histogram.max());
        for (long cell : histogram.cells()) {
            if (cell == 0) {
                return;
            }
            append(cell);
        }
    }

    private void note(long more, long longest) {
        samples.add(size, more);
        max.put(size, Math.max(max.of(size), longest));
    }

    private void append(long cell) {
        if (owned == own.length) {
            own = Arrays.copyOf(own, 2 * owned);
        }
        own[owned++] = cell;
    }

    /** Adds up cells of one bucket. */
    private void end() {
        Arrays.sort(own, 0, owned);
        int first = used;
        for (int i = 0; i < owned; i++) {
            int bucket = Histogram.bucket(own[i]);
            if (used == first || bucket(used - 1) != bucket) {
                cells.put(used++, bucket);
            }
            cells.add(used - 1, Histogram.calls(own[i]) << BUCKET_BITS);
        }
        end.put(size++, used);
    }

    /** Puts nodes into the order of their new places, leaves those out that are no more, and adds up what is said of one node. */
    HistogramTable sorted(Moves moves) {
        if (isSorted(moves)) {
            for (int i = 0; i < size; i++) {
                node.put(i, moves.of((int) node.of(i)));
            }
            return this;
        }
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) moves.of((int) node.of(i)) << 32 | i;
        }
        Arrays.sort(order);
        HistogramTable sorted = new HistogramTable(size);
        for (int next = 0; next < size; ) {
            int place = (int) (order[next] >> 32);
            sorted.begin(Math.max(place, 0));
            for (; next < size && order[next] >> 32 == place; next++) {
                sorted.append(this, (int) order[next]);
            }
            if (place >= 0) {
                sorted.end();
            }
        }
        return sorted;
    }

    /** As nodes come from trees of platform threads of which nothing was taken out. */
    private boolean isSorted(Moves moves) {
        int last = -1;
        for (int i = 0; i < size; i++) {
            int place = moves.of((int) node.of(i));
            if (place <= last) {
                return false;
            }
            last = place;
        }
        return true;
    }

    private void append(HistogramTable from, int row) {
        note(from.samples.of(row), from.max.of(row));
        for (int i = from.firstCell(row); i < from.end.of(row); i++) {
            append(Histogram.cell(from.bucket(i), from.calls(i)));
        }
    }

    private int bucket(int cell) {
        return (int) cells.of(cell) & (1 << BUCKET_BITS) - 1;
    }

    private long calls(int cell) {
        return cells.of(cell) >>> BUCKET_BITS;
    }

    private int firstCell(int row) {
        return row == 0 ? 0 : (int) end.of(row - 1);
    }

    void write(JsonWriter json) throws IOException {
        json.newLine().key("histograms").beginObject().newLine();
        node.write(json, "node", size);
        samples.write(json, "samples", size);
        max.write(json, "max", size);
        json.key("buckets").beginArray();
        for (int row = 0; row < size; row++) {
            json.number(end.of(row) - firstCell(row));
        }
        json.endArray().newLine().key("bucket").beginArray();
        for (int i = 0; i < used; i++) {
            json.number(bucket(i));
        }
        json.endArray().newLine().key("calls").beginArray();
        for (int i = 0; i < used; i++) {
            json.number(calls(i));
        }
        json.endArray().newLine().endObject();
    }
}
