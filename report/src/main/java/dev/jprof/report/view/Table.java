package dev.jprof.report.view;

import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.ArrayList;
import java.util.EnumSet;
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

    /** With {@linkplain Trust#mark marks} in front of times that are uncertain, {@code *} behind the names of untimed leaves and {@code +} behind those of methods with open calls. */
    public Grid markedGrid(List<Column> columns, Numbers numbers) {
        return grid(columns, numbers, true);
    }

    private Grid grid(List<Column> columns, Numbers asked, boolean marked) {
        Numbers numbers = asked.in(summary.unit());
        Grid grid = new Grid();
        for (Column column : columns) {
            grid.column(column.title(by, numbers), column.width(), column == Column.NAME);
        }
        for (Row row : selection.rows()) {
            grid.row();
            for (Column column : columns) {
                String cell = column.cell(row, summary.self(), numbers);
                grid.cell(marked ? column.trust(row, numbers).mark() + cell + marks(column, row) : cell);
            }
        }
        return grid;
    }

    private static String marks(Column column, Row row) {
        return column != Column.NAME
                ? ""
                : (row.method().timed() ? "" : " *") + (row.stats().open() > 0 ? " +" : "");
    }

    /** What the marks of {@link #markedGrid} mean, one line for each that occurs. */
    public List<String> remarks(List<Column> columns, Numbers asked) {
        Numbers numbers = asked.in(summary.unit());
        EnumSet<Trust> trusts = EnumSet.noneOf(Trust.class);
        boolean leaf = false;
        boolean open = false;
        for (Row row : selection.rows()) {
            leaf |= !row.method().timed();
            open |= row.stats().open() > 0;
            for (Column column : columns) {
                trusts.add(column.trust(row, numbers));
            }
        }
        List<String> remarks = new ArrayList<>();
        if (trusts.contains(Trust.ESTIMATE)) {
            remarks.add("~ an estimate that may be more than a tenth off"
                    + (summary.sampled() ? ": ± says how far" : ": --columns toterr,cumerr say how far"));
        }
        if (trusts.contains(Trust.SAMPLE)) {
            remarks.add("~ in p50, p99 and max: of calls that were chosen at random; max is the longest of those");
        }
        if (trusts.contains(Trust.UNRELIABLE)) {
            remarks.add(
                    summary.sampled()
                            ? "? not reliable: less than what it may be off by"
                            : "? not reliable: mostly the cost of probes, or less than what it may be off by");
        }
        if (leaf) {
            remarks.add("* a leaf too small to time: its calls are exact, its time is in its callers' rows");
        }
        if (open) {
            remarks.add("+ some calls had not ended when the profile was written; they count as ended then");
        }
        return remarks;
    }
}
