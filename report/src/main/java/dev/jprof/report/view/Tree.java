package dev.jprof.report.view;

import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.List;

/**
 * The call tree of a profile without what costs less than a share of the whole.
 *
 * @param order of the calls of one method; threads stand dearest first
 */
public record Tree(Summary summary, SortOrder order, List<TreeLine> lines) {
    /** Dearest calls first. */
    public static final SortOrder DEAREST = new SortOrder(List.of(SortKey.TOTAL), false);

    private static final List<Column> DEFAULT =
            List.of(Column.TOTAL, Column.TOTAL_PERCENT, Column.SELF, Column.CALLS, Column.NAME);

    private static final List<Column> OF_SAMPLES =
            List.of(Column.TOTAL, Column.TOTAL_PERCENT, Column.SELF, Column.SAMPLES, Column.NAME);

    /** Calls below {@code minPercent} of all self time are summed up in one line for each caller. */
    public static Tree of(Profile profile, double minPercent, SortOrder order) {
        Summary summary = Summary.of(MethodTable.withoutEdges(profile));
        return new Tree(summary, order, new TreeWalk(profile, summary.self() * minPercent / 100, order).lines());
    }

    /** One row a line; the first column is the depth. */
    public Grid grid(List<Column> asked, Numbers numbers) {
        Marks marks = Marks.none(summary, numbers.in(summary.unit()));
        List<Column> columns = columns(asked);
        Grid grid = new Grid();
        grid.column("depth", 0, false);
        columns(columns, marks, grid);
        for (TreeLine line : lines) {
            grid.row();
            grid.cell(String.valueOf(line.depth()));
            cells(line, line.name(), columns, marks, grid);
        }
        return grid;
    }

    /** The same with {@code names}, one a line, in which the depth is drawn, and with {@linkplain Marks marks}. */
    public Grid drawn(List<String> names, List<Column> asked, Numbers numbers) {
        Marks marks = marks(asked, numbers);
        List<Column> columns = columns(asked);
        Grid grid = new Grid();
        columns(columns, marks, grid);
        for (int i = 0; i < lines.size(); i++) {
            grid.row();
            cells(lines.get(i), names.get(i) + marks.behindName(lines.get(i).row()), columns, marks, grid);
        }
        return grid;
    }

    /** What the marks mean, one line for each that occurs. */
    public List<String> remarks(List<Column> asked, Numbers numbers) {
        List<Row> calls =
                lines.stream().filter(TreeLine::isCall).map(TreeLine::row).toList();
        return marks(asked, numbers).remarks(columns(asked), calls, calls);
    }

    /** The usual columns have none unless they are asked for. */
    private Marks marks(List<Column> asked, Numbers numbers) {
        List<Column> unmarked = asked.isEmpty() ? usual() : List.of();
        return new Marks(summary, numbers.in(summary.unit()), column -> !unmarked.contains(column));
    }

    private List<Column> columns(List<Column> asked) {
        return asked.isEmpty() ? Column.with(usual(), order, summary.sampled()) : asked;
    }

    private List<Column> usual() {
        return summary.sampled() ? OF_SAMPLES : DEFAULT;
    }

    private static void columns(List<Column> columns, Marks marks, Grid grid) {
        for (Column column : columns) {
            String title = column.title(Grouping.METHOD.title(), marks.numbers());
            grid.column(title, column.width(), column == Column.NAME);
        }
    }

    private void cells(TreeLine line, String name, List<Column> columns, Marks marks, Grid grid) {
        for (Column column : columns) {
            String bare = column == Column.NAME ? name : column.cell(line.row(), summary.self(), marks.numbers());
            grid.cell(line.has(column) ? marks.cell(column, line.row(), bare) : "");
        }
    }
}
