package dev.jprof.report.view;

import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * The callers or the callees of some methods. The rows of a list have the names of callers or callees, and the numbers of the
 * called method under that caller.
 *
 * @param subjects the methods
 * @param relatives for each of the methods, in the same order, who called it or whom it called
 */
public record Relatives(Direction direction, Summary summary, Selection<Row> subjects, List<Selection<Row>> relatives) {
    private static final List<Column> OF_SAMPLES = List.of(Column.SAMPLES, Column.SELF, Column.TOTAL, Column.NAME);

    /** In one table for all subjects; {@code ncalls} is of all calls there. */
    private static final List<Column> JOINT =
            List.of(Column.NAME, Column.CALLS, Column.PRIMITIVE_CALLS, Column.SELF, Column.TOTAL);

    private static final List<Column> JOINT_OF_SAMPLES =
            List.of(Column.NAME, Column.SAMPLES, Column.SELF, Column.TOTAL);

    /** Methods and relatives are sorted alike; {@code which} limits the methods, {@code restrictions} each list. */
    public static Relatives of(
            Profile profile,
            Direction direction,
            List<Restriction> which,
            SortOrder order,
            List<Restriction> restrictions) {
        MethodTable table = MethodTable.withoutEdges(profile);
        Names names = new Names(profile);
        Selection<Row> subjects = Selection.of(Row.of(table, names), order, which);
        List<Selection<Row>> relatives = new ArrayList<>();
        for (List<Row> list : RelativeLists.of(profile, names, direction, subjects.rows())) {
            relatives.add(Selection.of(list, order, restrictions));
        }
        return new Relatives(direction, Summary.of(table), subjects, relatives);
    }

    /** One row for each method and relative; no columns are the usual ones and those that rows are ordered by. */
    public Grid grid(List<Column> asked, Numbers numbers) {
        Marks marks = Marks.none(summary, numbers.in(summary.unit()));
        List<Column> columns = columns(asked, summary.sampled() ? JOINT_OF_SAMPLES : JOINT);
        Grid grid = new Grid();
        grid.column("method", 0, true);
        columns(columns, marks, grid);
        for (int i = 0; i < relatives.size(); i++) {
            for (Row relative : relatives.get(i).rows()) {
                grid.row();
                grid.cell(subjects.rows().get(i).printed());
                for (Column column : columns) {
                    boolean all = asked.isEmpty() && column == Column.CALLS;
                    grid.cell(all ? marks.numbers().count(relative.calls()) : cell(column, relative, marks));
                }
            }
        }
        return grid;
    }

    /** The relatives of one method, as a table of its own, with {@linkplain Marks marks}. */
    public Grid gridOf(int subject, List<Column> asked, Numbers numbers) {
        Marks marks = marks(asked, numbers);
        List<Column> columns = columns(asked, usual());
        Grid grid = new Grid();
        columns(columns, marks, grid);
        for (Row relative : relatives.get(subject).rows()) {
            grid.row();
            for (Column column : columns) {
                boolean marked = column == Column.NAME && direction == Direction.CALLEES;
                grid.cell(cell(column, relative, marks) + (marked ? marks.behindName(relative) : ""));
            }
        }
        return grid;
    }

    /** The name of a method as it stands above its list. Where it is the one that was called it has its marks. */
    public String titleOf(int subject, List<Column> asked, Numbers numbers) {
        Row row = subjects.rows().get(subject);
        return row.printed()
                + (direction == Direction.CALLERS ? marks(asked, numbers).behindName(row) : "");
    }

    /** What the marks mean, one line for each that occurs. */
    public List<String> remarks(List<Column> asked, Numbers numbers) {
        List<Row> rows = new ArrayList<>();
        relatives.forEach(list -> rows.addAll(list.rows()));
        List<Row> named = direction == Direction.CALLERS ? subjects.rows() : rows;
        return marks(asked, numbers).remarks(columns(asked, usual()), rows, named);
    }

    private List<Column> usual() {
        return summary.sampled() ? OF_SAMPLES : Column.DEFAULT;
    }

    private List<Column> columns(List<Column> asked, List<Column> usual) {
        return asked.isEmpty() ? Column.with(usual, subjects.order(), summary.sampled()) : asked;
    }

    /** The usual columns have none unless they are asked for. */
    private Marks marks(List<Column> asked, Numbers numbers) {
        List<Column> unmarked = asked.isEmpty() ? usual() : List.of();
        return new Marks(summary, numbers.in(summary.unit()), column -> !unmarked.contains(column));
    }

    private void columns(List<Column> columns, Marks marks, Grid grid) {
        for (Column column : columns) {
            boolean name = column == Column.NAME;
            String title = name ? direction.word() : column.title("", marks.numbers());
            grid.column(title, column.width(), name);
        }
    }

    private String cell(Column column, Row relative, Marks marks) {
        return marks.cell(column, relative, column.cell(relative, summary.self(), marks.numbers()));
    }
}
