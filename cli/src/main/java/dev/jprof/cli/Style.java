package dev.jprof.cli;

import dev.jprof.report.view.Printable;
import dev.jprof.report.view.SortKey;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Unit;
import dev.jprof.report.view.UsageException;
import dev.jprof.report.view.format.Layout;
import java.io.IOException;
import picocli.CommandLine.Option;

/** The option that chooses between jprof's own text and that of pstats. */
final class Style {
    private enum Name {
        JPROF,
        PSTATS
    }

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description = "jprof, or pstats for what Python's pstats prints of the same data, byte for byte.")
    private String style = "jprof";

    /** Writes text in the style of pstats. */
    interface Text {
        void writeTo(Appendable out) throws IOException;
    }

    boolean isPstats() {
        return Choice.of("--style", style, Name.values()) == Name.PSTATS;
    }

    /** Refuses what pstats has not. */
    void check(Printout printout, SortOrder order, boolean columns, boolean grouped) {
        String wrong = columns ? "--columns" : grouped ? "--by" : printout.unit() != Unit.S ? "--unit" : "";
        for (SortKey key : order.keys()) {
            wrong = key.isOfPstats() ? wrong : "--sort by " + key.label();
        }
        if (printout.layout() != Layout.TEXT) {
            wrong = "--format";
        }
        if (!wrong.isEmpty()) {
            throw new UsageException(wrong + " has no meaning with --style pstats; leave one of the two out");
        }
    }

    /** Names go raw into files and pipes, as Python's do, but not to a terminal. */
    void print(boolean terminal, Appendable out, Text text) throws IOException {
        if (!terminal) {
            text.writeTo(out);
            return;
        }
        StringBuilder raw = new StringBuilder();
        text.writeTo(raw);
        String lineBreak = "";
        for (String line : raw.toString().split("\n", -1)) {
            out.append(lineBreak).append(Printable.of(line));
            lineBreak = "\n";
        }
    }
}
