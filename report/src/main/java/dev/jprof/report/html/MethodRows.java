package dev.jprof.report.html;

import dev.jprof.report.io.Json;
import dev.jprof.report.view.Column;
import dev.jprof.report.view.Grid;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Row;
import dev.jprof.report.view.Table;
import dev.jprof.report.view.Trust;
import dev.jprof.report.view.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The method table as columns of numbers; times are nanoseconds. */
final class MethodRows {
    /** What the page makes of other columns, and the name, which belongs to the method. */
    private static final Set<Column> DERIVED = EnumSet.of(
            Column.SELF_PER_CALL,
            Column.TOTAL_PER_CALL,
            Column.SELF_PERCENT,
            Column.TOTAL_PERCENT,
            Column.RUNNING,
            Column.NAME);

    private static final Set<Column> PLAIN = EnumSet.of(
            Column.CALLS,
            Column.PRIMITIVE_CALLS,
            Column.SELF,
            Column.TOTAL,
            Column.ERRORS,
            Column.OPEN,
            Column.THREADS,
            Column.WAITING);

    private final Table table;
    private final List<Row> rows;

    MethodRows(Table table) {
        this.table = table;
        this.rows = table.selection().rows();
    }

    /** Members of an object: a column each, as long as the profile knows what would be in it. */
    void write(Json json) {
        column(json, "method", row -> row.stats().index());
        column(json, Column.CALLS.word(), Row::calls);
        column(json, Column.PRIMITIVE_CALLS.word(), Row::primitiveCalls);
        column(json, Column.SELF.word(), row -> row.stats().self());
        column(json, Column.TOTAL.word(), row -> row.stats().total());
        column(json, Column.ERRORS.word(), row -> row.stats().errors());
        column(json, Column.OPEN.word(), row -> row.stats().open());
        column(json, Column.THREADS.word(), row -> row.stats().threads());
        column(json, Column.WAITING.word(), row -> row.stats().waiting());
        marks(json, "trustself", row -> Trust.ofSelf(row.stats(), Unit.AUTO));
        marks(json, "trusttotal", row -> Trust.ofTotal(row.stats(), Unit.AUTO));
        measured(json);
    }

    private void column(Json json, String name, ToLongFunction<Row> number) {
        json.key(name).startArray();
        rows.forEach(row -> json.value(number.applyAsLong(row)));
        json.endArray();
    }

    private void marks(Json json, String name, Function<Row, Trust> trust) {
        json.key(name).startArray();
        rows.forEach(row -> json.value(trust.apply(row).mark()));
        json.endArray();
    }

    /** Whatever else the table can show, with -1 where a row has no such number. */
    private void measured(Json json) {
        List<Column> others = new ArrayList<>(List.of(Column.values()));
        others.removeAll(DERIVED);
        others.removeAll(PLAIN);
        Grid grid = table.grid(others, new Numbers(Unit.NS, true));
        for (int column = 0; column < others.size(); column++) {
            int at = column;
            if (grid.rows().stream().anyMatch(row -> !row.get(at).isEmpty())) {
                json.key(others.get(at).word()).startArray();
                grid.rows().forEach(row -> json.value(number(row.get(at))));
                json.endArray();
            }
        }
    }

    private static double number(String cell) {
        try {
            return cell.isEmpty() ? -1 : Double.parseDouble(cell);
        } catch (NumberFormatException text) {
            return -1;
        }
    }
}
