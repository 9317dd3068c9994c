package dev.jprof.report.io;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Histograms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The histograms of a profile, column by column, and whether they fit its nodes and each other. */
final class HistogramsParser {
    /** Each row has one number in these columns, and some in the others. */
    private static final List<String> BY_ROW = List.of("node", "samples", "max", "buckets");

    private static final List<String> BY_BUCKET = List.of("bucket", "calls");

    private final Cursor cursor;
    private final CallTree tree;
    private final Map<String, LongColumn> columns = new HashMap<>();

    HistogramsParser(Cursor cursor, CallTree tree) {
        this.cursor = cursor;
        this.tree = tree;
    }

    Histograms parse() throws ProfileFormatException {
        cursor.object(this::member);
        int[] node = named("node").toInts();
        int[] start = starts(named("buckets").toInts());
        checkLengths(BY_ROW, node.length, "nodes");
        checkLengths(BY_BUCKET, start[node.length], "buckets");
        int[] bucket = named("bucket").toInts();
        checkNodes(node);
        checkOrder(start, bucket);
        return new Histograms(
                node,
                named("samples").toLongs(),
                named("max").toLongs(),
                start,
                bucket,
                named("calls").toLongs());
    }

    private void member(String key) throws ProfileFormatException {
        switch (key) {
            case "node" -> columns.put(key, cursor.columnWithin(0, tree.size() - 1L));
            case "bucket" -> columns.put(key, cursor.columnWithin(0, Histogram.BUCKETS - 1L));
            case "buckets" -> columns.put(key, cursor.columnWithin(1, Histogram.BUCKETS));
            case "samples", "calls" -> columns.put(key, cursor.column(1));
            case "max" -> columns.put(key, cursor.columnWithin(0, Long.MAX_VALUE));
            default -> cursor.skip();
        }
    }

    private LongColumn named(String key) throws ProfileFormatException {
        LongColumn column = columns.get(key);
        if (column == null) {
            throw cursor.wrongAt("/histograms/" + key, "the column is missing");
        }
        return column;
    }

    private int[] starts(int[] buckets) throws ProfileFormatException {
        int[] start = new int[buckets.length + 1];
        for (int row = 0; row < buckets.length; row++) {
            start[row + 1] = start[row] + buckets[row];
            if (start[row + 1] < 0) {
                throw cursor.wrongAt("/histograms/buckets/" + row, "the sum of the column does not fit into 32 bits");
            }
        }
        return start;
    }

    private void checkLengths(List<String> keys, int expected, String what) throws ProfileFormatException {
        for (String key : keys) {
            int length = named(key).size();
            if (length != expected) {
                throw cursor.wrongAt("/histograms/" + key, length + " values, but " + expected + " " + what);
            }
        }
    }

    private void checkNodes(int[] node) throws ProfileFormatException {
        for (int row = 0; row < node.length; row++) {
            if (row > 0 && node[row] <= node[row - 1]) {
                throw cursor.wrongAt("/histograms/node/" + row, "node " + node[row] + " is not behind the one before");
            }
            if (tree.isRoot(node[row])) {
                throw cursor.wrongAt("/histograms/node/" + row, "a root, which has no calls");
            }
        }
    }

    private void checkOrder(int[] start, int[] bucket) throws ProfileFormatException {
        for (int row = 0; row + 1 < start.length; row++) {
            for (int i = start[row] + 1; i < start[row + 1]; i++) {
                if (bucket[i] <= bucket[i - 1]) {
                    throw cursor.wrongAt(
                            "/histograms/bucket/" + i, "bucket " + bucket[i] + " is not behind the one before");
                }
            }
        }
    }
}
