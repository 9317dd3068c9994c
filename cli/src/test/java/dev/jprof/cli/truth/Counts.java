package dev.jprof.cli.truth;

import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.Map;
import java.util.TreeMap;

/** The counts of a profile by class and method name; overloads and threads are added up. */
record Counts(Map<String, Row> rows) {
    private static final Row NONE = new Row(0, 0, 0, 0);

    record Row(long calls, long primitiveCalls, long errors, long open) {
        Row plus(Row other) {
            return new Row(
                    calls + other.calls,
                    primitiveCalls + other.primitiveCalls,
                    errors + other.errors,
                    open + other.open);
        }
    }

    static Counts of(Profile profile) {
        Map<String, Row> rows = new TreeMap<>();
        for (MethodStats stats : MethodTable.of(profile).rows()) {
            Row row = new Row(stats.calls(), stats.primitiveCalls(), stats.errors(), stats.open());
            rows.merge(stats.method().qualifiedName(), row, Row::plus);
        }
        return new Counts(rows);
    }

    /** {@code name} as {@code com.acme.Foo.bar}; all zero when it was never called. */
    Row of(String name) {
        return rows.getOrDefault(name, NONE);
    }

    long calls(String name) {
        return of(name).calls();
    }

    long errors(String name) {
        return of(name).errors();
    }
}
