package dev.jprof.report.io;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Histograms;
import java.util.HashMap;
import java.util.Map;

/** The histograms of a profile, column by column, and whether they fit its nodes and each other. */
final class HistogramsParser {

    private final Cursor cursor;
    private final CallTree tree;
    private final Map<String, IntColumn> ints = new HashMap<>();
    private final Map<String, LongColumn> longs = new HashMap<>();

    HistogramsParser(Cursor cursor, CallTree tree) {
        this.cursor = cursor;
        this.tree = tree;
    }

    Histograms parse() throws ProfileFormatException {
        cursor.object(this::member);
        int[] node = ints("node");
        int[] buckets = ints("buckets");
        long[] samples = longs("samples");
        long[] max = longs("max");
        checkLength("samples", samples.length, node.length, "nodes");
        checkLength("max", max.length, node.length, "nodes");
        checkLength("buckets", buckets.length, node.length, "nodes");
        int[] start = starts(buckets);
        int[] bucket = ints("bucket");
        long[] calls = longs("calls");
        checkLength("bucket", bucket.length, start[node.length], "buckets");
        checkLength("calls", calls.length, start[node.length], "buckets");
        checkNodes(node);
        checkOrder(start, bucket);
        return new Histograms(node, samples, max, start, bucket, calls);
    }

    private void member(String key) throws ProfileFormatException {
        switch (key) {
            case "node" -> ints.put(key, cursor.ints(0, tree.size() - 1));
            case "bucket" -> ints.put(key, cursor.ints(0, Histogram.BUCKETS - 1));
            case "buckets" -> ints.put(key, cursor.ints(1, Histogram.BUCKETS));
            case "samples", "calls" -> longs.put(key, cursor.column(1));
            case "max" -> longs.put(key, cursor.column(0));
            default -> cursor.skip();
        }
    }

    private int[] ints(String key) throws ProfileFormatException {
        return found(ints, key).toInts();
    }

    private long[] longs(String key) throws ProfileFormatException {
        return found(longs, key).toLongs();
    }

    private <T> T found(Map<String, T> columns, String key) throws ProfileFormatException {
        T column = columns.get(key);
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

    private void checkLength(String key, int length, int expected, String what) throws ProfileFormatException {
        if (length != expected) {
            throw cursor.wrongAt("/histograms/" + key, length + " values, but " + expected + " " + what);
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
