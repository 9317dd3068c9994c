package dev.jprof.report.compare.format;

import dev.jprof.report.compare.Amounts;
import dev.jprof.report.compare.Change;
import dev.jprof.report.compare.Diff;
import dev.jprof.report.compare.DiffRow;
import dev.jprof.report.view.Grid;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Unit;
import java.util.List;

/** Rows of a comparison as a table. */
final class DiffGrid {
    private final Numbers numbers;
    private final boolean callsOnly;
    private final boolean hasCalls;

    DiffGrid(Diff diff, Numbers numbers, boolean callsOnly) {
        this.numbers = numbers.in(diff.weight().unit());
        this.callsOnly = callsOnly;
        this.hasCalls = diff.hasCalls();
    }

    /** Differences for a person; {@code ~} is before what is within the noise, which a column shows if {@code noisy}. */
    Grid differences(List<DiffRow> rows, boolean noisy, String title) {
        Grid grid = new Grid();
        String unit = numbers.unit().suffix();
        if (hasCalls) {
            grid.column("ncalls", 9, false);
            grid.column("%", 7, false);
        }
        if (!callsOnly) {
            grid.column(numbers.isTime() ? "tottime" + unit : "self", 8, false);
            grid.column("%", 7, false);
            grid.column(numbers.isTime() ? "cumtime" + unit : "total", 8, false);
            grid.column("%", 7, false);
            if (noisy) {
                grid.column("±", 7, false);
            }
        }
        grid.column("code", 7, true);
        grid.column(title, 0, true);
        for (DiffRow row : rows) {
            grid.row();
            if (hasCalls) {
                grid.cell(mark(row.ofCalls()) + Amounts.count(row.ofCalls().delta(), numbers));
                grid.cell(percent(row.ofCalls()));
            }
            if (!callsOnly) {
                time(grid, row.ofSelf());
                time(grid, row.ofTotal());
                if (noisy) {
                    grid.cell(numbers.time(Math.rint(row.ofTotal().noise())));
                }
            }
            grid.cell(row.code().word());
            grid.cell(row.printed());
        }
        return grid;
    }

    private void time(Grid grid, Change change) {
        grid.cell(mark(change) + Amounts.time(change.delta(), numbers));
        grid.cell(percent(change));
    }

    private static String percent(Change change) {
        return change.base() == 0 && change.current() != 0 ? "new" : Amounts.percent(change);
    }

    private static String mark(Change change) {
        return change.isNoise() ? "~" : "";
    }

    /** All numbers for a program, methods first. */
    Grid all(Diff diff) {
        Numbers plain = new Numbers(numbers.unit(), true);
        Unit unit = numbers.unit();
        Grid grid = new Grid();
        for (String title : List.of("row", "name", "code")) {
            grid.column(title, 0, true);
        }
        for (String title : List.of("ncalls", "tottime" + unit.suffix(), "cumtime" + unit.suffix())) {
            boolean isCalls = title.equals("ncalls");
            if (isCalls ? hasCalls : !callsOnly) {
                grid.column("base " + title, 0, false);
                grid.column("new " + title, 0, false);
                grid.column("noise of " + title, 0, false);
            }
        }
        diff.methods().forEach(row -> plain(grid, "method", row, plain));
        diff.paths().forEach(row -> plain(grid, "path", row, plain));
        return grid;
    }

    private void plain(Grid grid, String what, DiffRow row, Numbers plain) {
        grid.row();
        grid.cell(what);
        grid.cell(row.printed());
        grid.cell(row.code().word());
        if (hasCalls) {
            grid.cell(plain.count(row.ofCalls().base()));
            grid.cell(plain.count(row.ofCalls().current()));
            grid.cell(plain.count(Math.round(row.ofCalls().noise())));
        }
        if (!callsOnly) {
            for (Change change : List.of(row.ofSelf(), row.ofTotal())) {
                grid.cell(plain.time(change.base()));
                grid.cell(plain.time(change.current()));
                grid.cell(plain.time(Math.rint(change.noise())));
            }
        }
    }
}
