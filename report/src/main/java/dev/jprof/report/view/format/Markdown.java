package dev.jprof.report.view.format;

import dev.jprof.report.view.Grid;
import java.io.IOException;
import java.util.List;

/** A table as GitHub's Markdown has it. Names are escaped, so that none becomes a column, a link or an element. */
public final class Markdown {
    private static final String SPECIAL = "\\|`*_{}[]<>#&~!$";

    private Markdown() {}

    public static void write(Grid grid, Appendable out) throws IOException {
        for (Grid.Layout column : grid.columns()) {
            out.append("| ").append(escaped(column.title())).append(' ');
        }
        out.append("|\n");
        for (Grid.Layout column : grid.columns()) {
            out.append(column.text() ? "| --- " : "| ---: ");
        }
        out.append("|\n");
        for (List<String> row : grid.rows()) {
            for (String cell : row) {
                out.append("| ").append(escaped(cell)).append(' ');
            }
            out.append("|\n");
        }
    }

    /** A text in which nothing is Markdown. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
