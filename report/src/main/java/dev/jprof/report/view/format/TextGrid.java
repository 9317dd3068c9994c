package dev.jprof.report.view.format;

import dev.jprof.report.view.CodePoints;
import dev.jprof.report.view.Grid;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A table for a terminal: numbers at the right of columns that are as wide as they must be, names unlimited. */
public final class TextGrid {
    private TextGrid() {}

    public static void write(Grid grid, boolean bold, Appendable out) throws IOException {
        int[] widths = widths(grid);
        out.append(bold ? "\033[1m" : "");
        for (int i = 0; i < widths.length; i++) {
            out.append(i == 0 ? "" : " ")
                    .append(padded(grid, i, grid.columns().get(i).title(), widths));
        }
        out.append(bold ? "\033[0m\n" : "\n");
        for (List<String> row : grid.rows()) {
            for (int i = 0; i < widths.length; i++) {
                out.append(i == 0 ? "" : " ").append(padded(grid, i, row.get(i), widths));
            }
            out.append('\n');
        }
    }

    /** How many columns of a terminal the grid takes. */
    public static int width(Grid grid) {
        return Arrays.stream(widths(grid)).sum() + grid.columns().size() - 1;
    }

    /** The last column is not filled up. */
    private static String padded(Grid grid, int column, String cell, int[] widths) {
        boolean text = grid.columns().get(column).text();
        if (text && column == widths.length - 1) {
            return cell;
        }
        return text ? CodePoints.padRight(cell, widths[column]) : CodePoints.padLeft(cell, widths[column]);
    }

    private static int[] widths(Grid grid) {
        int[] widths = new int[grid.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            Grid.Layout column = grid.columns().get(i);
            widths[i] = Math.max(column.width(), CodePoints.length(column.title()));
            for (List<String> row : grid.rows()) {
                widths[i] = Math.max(widths[i], CodePoints.length(row.get(i)));
            }
        }
        return widths;
    }
}
