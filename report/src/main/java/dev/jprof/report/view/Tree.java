package dev.jprof.report.view;

import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.List;

/** The call tree of a profile, dearest calls first, without what costs less than a share of the whole. */
public record Tree(Summary summary, List<TreeLine> lines) {
    /** Calls below {@code minPercent} of all self time are summed up in one line for each caller. */
    public static Tree of(Profile profile, double minPercent) {
        Summary summary = Summary.of(MethodTable.of(profile));
        return new Tree(summary, new TreeWalk(profile, summary.self() * minPercent / 100).lines());
    }

    /** One row a line; the first column is the depth. */
    public Grid grid(Numbers asked) {
        Numbers numbers = asked.in(summary.unit());
        Grid grid = new Grid();
        grid.column("depth", 0, false);
        columns(numbers, grid);
        for (TreeLine line : lines) {
            grid.row();
            grid.cell(String.valueOf(line.depth()));
            cells(line, line.name(), numbers, grid);
        }
        return grid;
    }

    /** The same with {@code names}, one a line, in which the depth is drawn. */
    public Grid drawn(List<String> names, Numbers asked) {
        Numbers numbers = asked.in(summary.unit());
        Grid grid = new Grid();
        columns(numbers, grid);
        for (int i = 0; i < lines.size(); i++) {
            grid.row();
            cells(lines.get(i), names.get(i), numbers, grid);
        }
        return grid;
    }

    private void columns(Numbers numbers, Grid grid) {
        grid.column(numbers.isTime() ? "cumtime" + numbers.unit().suffix() : "total", 8, false);
        grid.column("%total", 6, false);
        grid.column(numbers.isTime() ? "tottime" + numbers.unit().suffix() : "self", 8, false);
        grid.column(summary.sampled() ? "samples" : "ncalls", 9, false);
        grid.column(numbers.plain() ? "name" : "class.method(file:line)", 0, true);
    }

    private void cells(TreeLine line, String name, Numbers numbers, Grid grid) {
        grid.cell(numbers.time(line.total()));
        grid.cell(numbers.percent(line.total(), summary.self()));
        grid.cell(line.isCall() ? numbers.time(line.self()) : "");
        grid.cell(line.depth() == 0 ? "" : numbers.count(line.calls()));
        grid.cell(name);
    }
}
