package dev.jprof.report.view;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Costs;
import dev.jprof.report.model.Edge;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RowHistograms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The callers or the callees of some methods.
 *
 * @param subjects the methods
 * @param relatives for each of the methods, in the same order, who called it or whom it called
 */
public record Relatives(
        Direction direction, Summary summary, Selection<Row> subjects, List<Selection<Relative>> relatives) {
    private static final int NO_LIST = -1;

    /** Methods and relatives are sorted alike; {@code which} limits the methods, {@code restrictions} each list. */
    public static Relatives of(
            Profile profile,
            Direction direction,
            List<Restriction> which,
            SortOrder order,
            List<Restriction> restrictions) {
        MethodTable table = MethodTable.of(profile);
        Names names = new Names(profile);
        Selection<Row> subjects = Selection.of(Row.of(table, names), order, which);
        List<List<Relative>> lists = lists(table, names, direction, subjects.rows());
        List<Selection<Relative>> relatives = new ArrayList<>();
        for (List<Relative> list : lists) {
            relatives.add(Selection.of(list, order, restrictions));
        }
        return new Relatives(direction, Summary.of(table), subjects, relatives);
    }

    /** One row for each method and relative. */
    public Grid grid(Numbers asked) {
        if (summary.sampled()) {
            return gridOfSamples(asked.in(summary.unit()));
        }
        Numbers numbers = asked;
        Grid grid = new Grid();
        grid.column("method", 0, true);
        grid.column(direction.word(), 0, true);
        grid.column("ncalls", 9, false);
        grid.column("pcalls", 9, false);
        grid.column("tottime" + numbers.unit().suffix(), 8, false);
        grid.column("cumtime" + numbers.unit().suffix(), 8, false);
        for (int i = 0; i < relatives.size(); i++) {
            for (Relative relative : relatives.get(i).rows()) {
                grid.row();
                grid.cell(subjects.rows().get(i).printed());
                grid.cell(relative.printed());
                grid.cell(numbers.count(relative.calls()));
                grid.cell(numbers.count(relative.primitiveCalls()));
                grid.cell(numbers.time(relative.self()));
                grid.cell(numbers.time(relative.total()));
            }
        }
        return grid;
    }

    /** The relatives of one method, as a table of its own. */
    public Grid gridOf(int subject, Numbers numbers) {
        if (summary.sampled()) {
            return gridOfSamples(subject, numbers.in(summary.unit()));
        }
        Grid grid = new Grid();
        String suffix = numbers.unit().suffix();
        grid.column("ncalls", 9, false);
        grid.column("tottime" + suffix, 8, false);
        grid.column("percall" + suffix, 8, false);
        grid.column("cumtime" + suffix, 8, false);
        grid.column("percall" + suffix, 8, false);
        grid.column(direction.word(), 0, true);
        for (Relative relative : relatives.get(subject).rows()) {
            grid.row();
            grid.cell(numbers.calls(relative.calls(), relative.primitiveCalls()));
            grid.cell(numbers.time(relative.self()));
            grid.cell(numbers.timePer(relative.self(), relative.calls()));
            grid.cell(numbers.time(relative.total()));
            grid.cell(numbers.timePer(relative.total(), relative.primitiveCalls()));
            grid.cell(relative.printed());
        }
        return grid;
    }

    /** Of samples nothing is known of calls. */
    private Grid gridOfSamples(Numbers numbers) {
        Grid grid = new Grid();
        grid.column("method", 0, true);
        grid.column(direction.word(), 0, true);
        columnsOfSamples(numbers, grid);
        for (int i = 0; i < relatives.size(); i++) {
            for (Relative relative : relatives.get(i).rows()) {
                grid.row();
                grid.cell(subjects.rows().get(i).printed());
                grid.cell(relative.printed());
                cellsOfSamples(relative, numbers, grid);
            }
        }
        return grid;
    }

    private Grid gridOfSamples(int subject, Numbers numbers) {
        Grid grid = new Grid();
        columnsOfSamples(numbers, grid);
        grid.column(direction.word(), 0, true);
        for (Relative relative : relatives.get(subject).rows()) {
            grid.row();
            cellsOfSamples(relative, numbers, grid);
            grid.cell(relative.printed());
        }
        return grid;
    }

    private static void columnsOfSamples(Numbers numbers, Grid grid) {
        String suffix = numbers.unit().suffix();
        grid.column("samples", 9, false);
        grid.column(numbers.isTime() ? "tottime" + suffix : "self", 8, false);
        grid.column(numbers.isTime() ? "cumtime" + suffix : "total", 8, false);
    }

    private static void cellsOfSamples(Relative relative, Numbers numbers, Grid grid) {
        grid.cell(numbers.count(relative.calls()));
        grid.cell(numbers.time(relative.self()));
        grid.cell(numbers.time(relative.total()));
    }

    private static List<List<Relative>> lists(MethodTable table, Names names, Direction direction, List<Row> subjects) {
        List<List<Relative>> lists = new ArrayList<>();
        int[] listOf = new int[table.profile().methods().size()];
        Arrays.fill(listOf, NO_LIST);
        for (Row subject : subjects) {
            listOf[subject.stats().index()] = lists.size();
            lists.add(new ArrayList<>());
        }
        for (int place = 0; place < table.edges().size(); place++) {
            Edge edge = table.edges().get(place);
            int list = listOf[direction.subject(edge)];
            if (list != NO_LIST) {
                int other = direction.relative(edge);
                lists.get(list)
                        .add(new Relative(
                                table.method(other),
                                edge.costs(),
                                names.function(other),
                                names.printed(other),
                                table.byEdge(),
                                place));
            }
        }
        if (direction == Direction.CALLERS) {
            addRoots(table.profile().tree(), listOf, lists);
        }
        return lists;
    }

    /** A method table has no edges from roots; nothing at the top of a thread is recursive, so a sum will do. */
    private static void addRoots(CallTree tree, int[] listOf, List<List<Relative>> lists) {
        long[][] sums = new long[lists.size()][3];
        boolean[] called = new boolean[lists.size()];
        int[] listOfNode = new int[tree.size()];
        Arrays.fill(listOfNode, NO_LIST);
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node) && tree.isRoot(tree.parent(node)) && listOf[tree.method(node)] != NO_LIST) {
                int list = listOf[tree.method(node)];
                called[list] = true;
                listOfNode[node] = list;
                sums[list][0] += tree.calls(node);
                sums[list][1] += tree.self(node);
                sums[list][2] += tree.total(node);
            }
        }
        String name = Relative.ROOT.name();
        RowHistograms histograms = new RowHistograms(tree.histograms(), listOfNode);
        for (int list = 0; list < sums.length; list++) {
            if (called[list]) {
                long[] sum = sums[list];
                Costs costs = new Costs(sum[0], sum[0], sum[1], sum[2]);
                lists.get(list).add(new Relative(Relative.ROOT, costs, name, name, histograms, list));
            }
        }
    }
}
