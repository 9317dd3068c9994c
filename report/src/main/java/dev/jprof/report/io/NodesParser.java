package dev.jprof.report.io;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of the call tree. A million nodes are a few million turns of one loop, and no objects. */
final class NodesParser {
    private final Cursor cursor;
    private final List<Metric> metrics;
    private final int[] methods;
    private final Map<String, IntColumn> indices = new HashMap<>();
    private final Map<String, LongColumn> columns = new HashMap<>();

    /** All columns of nothing but 0. */
    private long[] zeros = new long[0];

    NodesParser(Cursor cursor, List<Metric> metrics, List<Method> methods) {
        this.cursor = cursor;
        this.metrics = metrics;
        this.methods = firstOfEquals(methods);
    }

    // A class that several loaders have loaded is one method to its reader.
    private static int[] firstOfEquals(List<Method> methods) {
        Map<Method, Integer> seen = new HashMap<>();
        int[] first = new int[methods.size()];
        for (int method = 0; method < first.length; method++) {
            Integer earlier = seen.putIfAbsent(methods.get(method), method);
            first[method] = earlier == null ? method : earlier;
        }
        return first;
    }

    CallTree parse() throws ProfileFormatException {
        cursor.object(this::member);
        int[] parent = named(indices, "parent").toInts();
        int[] method = named(indices, "method").toInts();
        checkLength("method", method.length, parent.length);
        checkRoots(parent, method);
        Map<Metric, long[]> numbers = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            LongColumn column = named(columns, metric.name());
            checkLength(metric.name(), column.size(), parent.length);
            numbers.put(metric, numbers(column));
            columns.remove(metric.name());
        }
        return new CallTree(parent, method, numbers);
    }

    private long[] numbers(LongColumn column) {
        if (!column.isZero()) {
            return column.toLongs();
        }
        if (zeros.length != column.size()) {
            zeros = column.toLongs();
        }
        return zeros;
    }

    private void member(String key) throws ProfileFormatException {
        if (key.equals("parent")) {
            indices.put(key, parents());
        } else if (key.equals("method")) {
            indices.put(key, methods());
        } else if (metrics.stream().anyMatch(metric -> metric.name().equals(key))) {
            columns.put(key, cursor.column(0, expected()));
        } else {
            cursor.skip();
        }
    }

    private IntColumn parents() throws ProfileFormatException {
        IntColumn column = new IntColumn(0);
        cursor.integers(
                (parents, count) -> {
                    int node = column.size();
                    cursor.keepMore(Integer.BYTES, node, count, 0);
                    int taken = 0;
                    while (taken < count && parents[taken] >= -1 && parents[taken] < node + taken) {
                        column.add((int) parents[taken++]);
                    }
                    return taken;
                },
                parent -> parent < -1 || parent > Integer.MAX_VALUE
                        ? Cursor.outOfRange(parent, -1, Integer.MAX_VALUE)
                        : "parent " + parent + " does not stand before its node");
        return column;
    }

    /** As long as the column of parents, which comes first as a rule. */
    private int expected() {
        IntColumn parents = indices.get("parent");
        return parents == null ? 0 : parents.size();
    }

    private IntColumn methods() throws ProfileFormatException {
        int expected = expected();
        cursor.keep((long) Integer.BYTES * expected);
        IntColumn column = new IntColumn(expected);
        cursor.integers(
                (indices, count) -> {
                    cursor.keepMore(Integer.BYTES, column.size(), count, expected);
                    int taken = 0;
                    while (taken < count && indices[taken] >= -1 && indices[taken] < methods.length) {
                        int method = (int) indices[taken++];
                        column.add(method < 0 ? -1 : methods[method]);
                    }
                    return taken;
                },
                method -> Cursor.outOfRange(method, -1, methods.length - 1L));
        return column;
    }

    private <T> T named(Map<String, T> found, String key) throws ProfileFormatException {
        T column = found.get(key);
        if (column == null) {
            throw cursor.wrongAt("/nodes/" + key, "the column is missing");
        }
        return column;
    }

    private void checkLength(String key, int length, int expected) throws ProfileFormatException {
        if (length != expected) {
            throw cursor.wrongAt("/nodes/" + key, length + " values, but " + expected + " parents");
        }
    }

    private void checkRoots(int[] parent, int[] method) throws ProfileFormatException {
        for (int node = 0; node < parent.length; node++) {
            if (parent[node] < 0 != method[node] < 0) {
                throw cursor.wrongAt("/nodes/method/" + node, "a root has method -1, and only a root");
            }
        }
    }
}
