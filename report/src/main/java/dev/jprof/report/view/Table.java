package dev.jprof.report.view;

import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.List;

/** The method table of a profile: which rows, in which order. */
public record Table(Summary summary, Grouping by, Selection<Row> selection) {
    public static Table of(Profile profile, Grouping by, SortOrder order, List<Restriction> restrictions) {
        MethodTable methods = MethodTable.of(profile);
        Profile regrouped = by.regroup(profile);
        MethodTable table = by == Grouping.METHOD ? methods : MethodTable.of(regrouped);
        List<Row> rows = Row.of(table, new Names(regrouped));
        return new Table(Summary.of(methods), by, Selection.of(rows, order, restrictions));
    }

    /** Titles and cells, for whatever layout. */
    public Grid grid(List<Column> columns, Numbers numbers) {
        return grid(columns, numbers, false);
    }

    /** With {@code *} behind the names of untimed leaves and {@code +} behind those of methods with open calls. */
    public Grid markedGrid(List<Column> columns, Numbers numbers) {
        return grid(columns, numbers, true);
    }

    private Grid grid(List<Column> columns, Numbers numbers, boolean marked) {
        Grid grid = new Grid();
        for (Column column : columns) {
            grid.column(column.title(by, numbers), column.width(), column == Column.NAME);
        }
        for (Row row : selection.rows()) {
            grid.row();
            for (Column column : columns) {
                String cell = column.cell(row, summary.self(), numbers);
                grid.cell(marked && column == Column.NAME ? cell + marks(row) : cell);
            }
        }
        return grid;
    }

    private static String marks(Row row) {
        return (row.method().timed() ? "" : " *") + (row.stats().open() > 0 ? " +" : "");
    }
}
