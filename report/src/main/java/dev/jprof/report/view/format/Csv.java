package dev.jprof.report.view.format;

import dev.jprof.report.view.Grid;
import java.io.IOException;
import java.util.List;

/**
 * RFC 4180. A text that a spreadsheet would take for a formula, because it begins with {@code = + - @}, a tab or a carriage
 * return, gets an apostrophe in front.
 */
public final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    public static void write(Grid grid, Appendable out) throws IOException {
        String separator = "";
        for (Grid.Layout column : grid.columns()) {
            out.append(separator).append(quoted(column.title()));
            separator = ",";
        }
        out.append("\r\n");
        for (List<String> row : grid.rows()) {
            separator = "";
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                out.append(separator).append(quoted(grid.columns().get(i).text() ? guarded(cell) : cell));
                separator = ",";
            }
            out.append("\r\n");
        }
    }

    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (",\"\r\n".indexOf(cell.charAt(i)) >= 0) {
                return '"' + cell.replace("\"", "\"\"") + '"';
            }
        }
        return cell;
    }
}
