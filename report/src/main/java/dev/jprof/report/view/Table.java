package dev.jprof.report.view;

import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.List;

/** The method table of a profile: which rows, in which order. */
public record Table(Summary summary, Grouping by, Selection<Row> selection) {
    public static Table of(Profile profile, Grouping by, SortOrder order, List<Restriction> restrictions) {
        MethodTable methods = MethodTable.withoutEdges(profile);
        Profile regrouped = by.regroup(profile);
        MethodTable table = by == Grouping.METHOD ? methods : MethodTable.withoutEdges(regrouped);
        List<Row> rows = Row.of(table, new Names(regrouped));
        return new Table(Summary.of(methods), by, Selection.of(rows, order, restrictions));
    }

    /** Those that are asked for; without any the usual ones and those that the rows are ordered by. */
    public List<Column> columns(List<Column> asked) {
        return asked.isEmpty() ? Column.with(Column.of(summary), selection.order(), summary.sampled()) : asked;
    }

    /** Titles and cells, for whatever layout. */
    public Grid grid(List<Column> columns, Numbers asked) {
        return grid(columns, Marks.none(summary, asked.in(summary.unit())));
    }

    /** With {@linkplain Marks marks}. */
    public Grid markedGrid(List<Column> columns, Numbers asked) {
        return grid(columns, marks(asked));
    }

    private Marks marks(Numbers asked) {
        return new Marks(summary, asked.in(summary.unit()), column -> true);
    }

    private Grid grid(List<Column> columns, Marks marks) {
        Numbers numbers = marks.numbers();
        Grid grid = new Grid();
        for (Column column : columns) {
            grid.column(column.title(by.title(), numbers), column.width(), column == Column.NAME);
        }
        for (Row row : selection.rows()) {
            grid.row();
            for (Column column : columns) {
                String cell = marks.cell(column, row, cell(column, row, numbers));
                grid.cell(column == Column.NAME ? cell + marks.behindName(row) : cell);
            }
        }
        return grid;
    }

    private String cell(Column column, Row row, Numbers numbers) {
        boolean uncalled = row.method().kind() == Method.Kind.SYNTHETIC && row.calls() == 0;
        return column == Column.CALLS && uncalled && !numbers.plain() ? "" : column.cell(row, summary.self(), numbers);
    }

    /** What the marks of {@link #markedGrid} mean, one line for each that occurs. */
    public List<String> remarks(List<Column> columns, Numbers asked) {
        return marks(asked).remarks(columns, selection.rows(), selection.rows());
    }
}
