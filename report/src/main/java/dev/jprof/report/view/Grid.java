package dev.jprof.report.view;

import java.util.ArrayList;
import java.util.List;

/** A table of cells that are ready to print: filled row by row, then read. */
public final class Grid {
    /**
     * How one column is laid out.
     *
     * @param width the least width in a text table
     * @param text whether the cells are text, at the left, or numbers, at the right
     */
    public record Layout(String title, int width, boolean text) {}

    private final List<Layout> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    public List<Layout> columns() {
        return columns;
    }

    public List<List<String>> rows() {
        return rows;
    }

    public void column(String title, int width, boolean text) {
        columns.add(new Layout(title, width, text));
    }

    public void row() {
        rows.add(new ArrayList<>(columns.size()));
    }

    public void cell(String text) {
        rows.get(rows.size() - 1).add(text);
    }
}
