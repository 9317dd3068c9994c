package dev.jprof.report.compare.format;

import dev.jprof.report.compare.Change;
import dev.jprof.report.compare.Diff;
import dev.jprof.report.compare.DiffRow;
import dev.jprof.report.view.CodePoints;
import dev.jprof.report.view.Grid;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.format.Csv;
import dev.jprof.report.view.format.Markdown;
import dev.jprof.report.view.format.TextGrid;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A comparison for people: what moved and why in words, then methods and paths.
 *
 * @param bold whether the terminal can show titles in bold type
 */
public record DiffText(DiffHead head, Numbers numbers, boolean bold) {
    private static final int WIDTH = 100;
    private static final String METHODS = "class.method(file:line)";
    private static final String PATHS = "path";

    public void write(Diff diff, Appendable out) throws IOException {
        for (String warning : head.warnings()) {
            out.append("   ").append(warning).append('\n');
        }
        out.append(head.warnings().isEmpty() ? "" : "\n");
        for (String line : head.totals(diff, numbers)) {
            out.append("         ").append(line).append('\n');
        }
        if (diff.methodsMoved() == 0) {
            out.append("\n   Nothing moved.\n");
            return;
        }
        story(head.story(diff), out);
        out.append("\n   Ordered by: ").append(diff.order().label()).append('\n');
        table("Methods", METHODS, diff.methodsMoved(), diff.methods(), diff, out);
        table("Paths", PATHS, diff.pathsMoved(), diff.paths(), diff, out);
        if (marks(diff)) {
            out.append("\n   ~ within the noise\n");
        }
    }

    private void story(List<String> sentences, Appendable out) throws IOException {
        out.append(sentences.isEmpty() ? "" : "\n");
        for (int i = 0; i < sentences.size(); i++) {
            out.append(CodePoints.padLeft(String.valueOf(i + 1), 4)).append(". ");
            wrapped(sentences.get(i), out);
        }
    }

    private static void wrapped(String sentence, Appendable out) throws IOException {
        int column = 6;
        String space = "";
        for (String word : sentence.split(" ", -1)) {
            if (column + 1 + CodePoints.length(word) > WIDTH && !space.isEmpty()) {
                out.append("\n      ");
                column = 6;
                space = "";
            }
            out.append(space).append(word);
            column += space.length() + CodePoints.length(word);
            space = " ";
        }
        out.append('\n');
    }

    private void table(String what, String title, int moved, List<DiffRow> rows, Diff diff, Appendable out)
            throws IOException {
        out.append(DiffHead.reduced(what, moved, rows));
        out.append(rows.size() == moved ? "" : "\n");
        if (!rows.isEmpty()) {
            out.append('\n');
            TextGrid.write(grid(rows, title, diff), bold, out);
        }
        out.append('\n');
    }

    private Grid grid(List<DiffRow> rows, String title, Diff diff) {
        boolean noisy = diff.baseRuns() > 1 || diff.currentRuns() > 1;
        return new DiffGrid(diff, numbers, head.callsOnly()).differences(rows, noisy, title);
    }

    private boolean marks(Diff diff) {
        return Stream.concat(diff.methods().stream(), diff.paths().stream())
                .flatMap(row -> head.callsOnly()
                        ? Stream.of(row.ofCalls())
                        : Stream.of(row.ofCalls(), row.ofSelf(), row.ofTotal()))
                .anyMatch(Change::isNoise);
    }

    /** The same for an issue or a pull request. */
    public void markdown(Diff diff, Appendable out) throws IOException {
        for (String warning : head.warnings()) {
            out.append("> ").append(Markdown.escaped(warning)).append("\n\n");
        }
        for (String line : head.totals(diff, numbers)) {
            out.append(Markdown.escaped(line)).append("  \n");
        }
        out.append('\n');
        int number = 1;
        for (String sentence : head.story(diff)) {
            out.append(String.valueOf(number++))
                    .append(". ")
                    .append(Markdown.escaped(sentence))
                    .append('\n');
        }
        section(METHODS, diff.methods(), diff, out);
        section(PATHS, diff.paths(), diff, out);
    }

    private void section(String title, List<DiffRow> rows, Diff diff, Appendable out) throws IOException {
        if (!rows.isEmpty()) {
            out.append('\n');
            Markdown.write(grid(rows, title, diff), out);
        }
    }

    /** All numbers of the same rows. */
    public void csv(Diff diff, Appendable out) throws IOException {
        Csv.write(new DiffGrid(diff, numbers, head.callsOnly()).all(diff), out);
    }
}
