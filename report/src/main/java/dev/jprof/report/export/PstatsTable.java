package dev.jprof.report.export;

import dev.jprof.report.export.PstatsRow.Numbers;
import dev.jprof.report.model.Edge;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code pstats.Stats} holds after it has read the exports of some profiles: rows in its order, and its totals. */
public final class PstatsTable {
    private final Map<PstatsKey, PstatsRow> rows = new LinkedHashMap<>();
    private long calls;
    private long primitiveCalls;
    private double self;

    private PstatsTable() {}

    /** Reads the first profile and adds the others, the last first, as {@code Stats(first, second, ...)} does. */
    public static PstatsTable of(List<Profile> profiles) {
        PstatsTable sum = of(profiles.get(0));
        for (int i = profiles.size() - 1; i > 0; i--) {
            sum.add(of(profiles.get(i)));
        }
        return sum;
    }

    public static PstatsTable of(Profile profile) {
        PstatsTable table = new PstatsTable();
        List<PstatsKey> keys = PstatsKeys.of(profile);
        MethodTable methods = MethodTable.of(profile);
        for (MethodStats method : methods.rows()) {
            PstatsRow row = PstatsRow.of(keys.get(method.index()), method.costs());
            table.rows.put(row.key(), row);
            table.calls += row.calls();
            table.primitiveCalls += row.primitiveCalls();
            table.self += row.self();
        }
        for (Edge edge : methods.edges()) {
            PstatsRow callee = table.row(keys.get(edge.callee()));
            callee.callers().put(keys.get(edge.caller()), Numbers.of(edge.costs()));
        }
        return table;
    }

    /** Adds another one up, as {@code add} does. */
    public void add(PstatsTable other) {
        calls += other.calls;
        primitiveCalls += other.primitiveCalls;
        self += other.self;
        other.rows.forEach((key, row) -> rows.merge(key, row, PstatsRow::plus));
    }

    /** Takes folders out of file names, as {@code strip_dirs} does; rows that become equal are added up. */
    public void strip() {
        List<PstatsRow> old = rows();
        rows.clear();
        for (PstatsRow row : old) {
            PstatsRow stripped = row.stripped();
            rows.merge(stripped.key(), stripped, PstatsRow::plus);
        }
    }

    long calls() {
        return calls;
    }

    long primitiveCalls() {
        return primitiveCalls;
    }

    /** Seconds: the self times of each file added up in order, then the files. */
    double self() {
        return self;
    }

    List<PstatsRow> rows() {
        return new ArrayList<>(rows.values());
    }

    boolean hasCallers() {
        for (PstatsRow row : rows.values()) {
            if (!row.callers().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Who called whom how often, seen from the caller; both in the order of Python tuples. */
    Map<PstatsKey, Map<PstatsKey, Numbers>> callees() {
        Map<PstatsKey, Map<PstatsKey, Numbers>> callees = new HashMap<>();
        for (PstatsRow row : rows.values()) {
            row.callers()
                    .forEach((caller, numbers) -> callees.computeIfAbsent(
                                    caller, absent -> new TreeMap<>(PstatsRow::compare))
                            .put(row.key(), numbers));
        }
        return callees;
    }

    private PstatsRow row(PstatsKey key) {
        PstatsRow row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException("an edge leads to a method without a row: " + key);
        }
        return row;
    }
}
