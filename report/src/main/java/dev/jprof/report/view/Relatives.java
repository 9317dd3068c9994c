package dev.jprof.report.view;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Costs;
import dev.jprof.report.model.Edge;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The callers or the callees of some methods.
 *
 * @param subjects the methods
 * @param relatives for each of the methods, in the same order, who called it or whom it called
 */
public record Relatives(
        Direction direction, Summary summary, Selection<Row> subjects, List<Selection<Relative>> relatives) {
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
        Map<Integer, List<Relative>> lists = new HashMap<>();
        for (Row subject : subjects.rows()) {
            lists.put(subject.stats().index(), new ArrayList<>());
        }
        for (Edge edge : table.edges()) {
            List<Relative> list = lists.get(direction.subject(edge));
            if (list != null) {
                list.add(relative(profile, names, direction.relative(edge), edge.costs()));
            }
        }
        if (direction == Direction.CALLERS) {
            addRoots(profile.tree(), lists);
        }
        List<Selection<Relative>> relatives = new ArrayList<>();
        for (Row subject : subjects.rows()) {
            relatives.add(Selection.of(lists.get(subject.stats().index()), order, restrictions));
        }
        return new Relatives(direction, Summary.of(table), subjects, relatives);
    }

    /** One row for each method and relative. */
    public Grid grid(Numbers numbers) {
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

    private static Relative relative(Profile profile, Names names, int method, Costs costs) {
        return new Relative(profile.methods().get(method), costs, names.function(method), names.printed(method));
    }

    /** A method table has no edges from roots; nothing at the top of a thread is recursive, so a sum will do. */
    private static void addRoots(CallTree tree, Map<Integer, List<Relative>> lists) {
        Map<Integer, long[]> sums = new HashMap<>();
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node) && tree.isRoot(tree.parent(node)) && lists.containsKey(tree.method(node))) {
                long[] sum = sums.computeIfAbsent(tree.method(node), absent -> new long[3]);
                sum[0] += tree.calls(node);
                sum[1] += tree.self(node);
                sum[2] += tree.total(node);
            }
        }
        String name = Relative.ROOT.name();
        sums.forEach((method, sum) -> lists.get(method)
                .add(new Relative(Relative.ROOT, new Costs(sum[0], sum[0], sum[1], sum[2]), name, name)));
    }
}
