package dev.jprof.report.view.format;

import dev.jprof.report.view.Column;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Relatives;
import dev.jprof.report.view.Selection;
import dev.jprof.report.view.Summary;
import dev.jprof.report.view.Table;
import java.io.IOException;
import java.util.List;

/**
 * The layout of pstats with what Java needs: where the numbers come from, wide counts, and marks on rows whose numbers mean
 * something else.
 *
 * @param scope one line for each way in which the profile was cut before
 * @param bold whether the terminal can show titles in bold type
 */
public record TextReport(Numbers numbers, List<String> scope, boolean bold) {
    public void table(Table table, List<Column> columns, Appendable out) throws IOException {
        head(table.summary(), table.selection(), out);
        if (!table.selection().rows().isEmpty()) {
            TextGrid.write(table.markedGrid(columns, numbers), bold, out);
            out.append('\n');
        }
        foot(table.remarks(columns, numbers), table.summary(), out);
    }

    /** Without columns those that are usual. */
    public void relatives(Relatives relatives, List<Column> columns, Appendable out) throws IOException {
        head(relatives.summary(), relatives.subjects(), out);
        for (int i = 0; i < relatives.relatives().size(); i++) {
            Selection<?> list = relatives.relatives().get(i);
            out.append(relatives.titleOf(i, columns, numbers))
                    .append(' ')
                    .append(relatives.direction().phrase());
            out.append(list.listed() == 0 ? " nothing\n" : ":\n");
            for (Selection.Reduction reduction : list.reductions()) {
                out.append(reduction.toString()).append('\n');
            }
            if (!list.rows().isEmpty()) {
                TextGrid.write(relatives.gridOf(i, columns, numbers), bold, out);
            }
            out.append('\n');
        }
        foot(relatives.remarks(columns, numbers), relatives.summary(), out);
    }

    void summary(Summary summary, Appendable out) throws IOException {
        for (String line : summary.lines(numbers)) {
            out.append(line).append('\n');
        }
        for (String line : scope) {
            out.append("         ").append(line).append('\n');
        }
        out.append('\n');
    }

    void foot(List<String> remarks, Summary summary, Appendable out) throws IOException {
        for (String remark : remarks) {
            out.append("   ").append(remark).append('\n');
        }
        for (String note : summary.notes(numbers)) {
            out.append("   Note: ").append(note).append('\n');
        }
    }

    private void head(Summary summary, Selection<?> selection, Appendable out) throws IOException {
        summary(summary, out);
        announcement(selection.announcement(), out);
    }

    void announcement(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append(line).append('\n');
        }
        out.append('\n');
    }
}
