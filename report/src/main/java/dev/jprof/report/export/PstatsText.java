package dev.jprof.report.export;

import dev.jprof.report.export.PstatsRow.Numbers;
import dev.jprof.report.view.CodePoints;
import dev.jprof.report.view.Direction;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.Selection;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Unit;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what Python's {@code pstats} prints for the same data, byte for byte: {@code print_stats}, {@code print_callers} and
 * {@code print_callees}. Names are printed raw, as pstats does.
 */
public final class PstatsText {
    private final PstatsTable table;
    private final SortOrder order;
    private final List<Restriction> restrictions;
    private final Appendable out;

    public PstatsText(PstatsTable table, SortOrder order, List<Restriction> restrictions, Appendable out) {
        this.table = table;
        this.order = order;
        this.restrictions = restrictions;
        this.out = out;
    }

    /**
     * The table.
     *
     * @param sources one line for each file that was read, see {@link PstatsSource}
     */
    public void stats(List<String> sources) throws IOException {
        for (String source : sources) {
            line(source);
        }
        if (!sources.isEmpty()) {
            line("");
        }
        boolean recursive = table.calls() != table.primitiveCalls();
        String primitive = recursive ? "(" + table.primitiveCalls() + " primitive calls) " : "";
        String seconds = Unit.thousandths(table.self());
        line("         " + table.calls() + " function calls " + primitive + "in " + seconds + " seconds");
        line("");
        List<PstatsRow> rows = announced();
        if (!rows.isEmpty()) {
            line("   ncalls  tottime  percall  cumtime  percall filename:lineno(function)");
            for (PstatsRow row : rows) {
                statsLine(row);
            }
            line("\n");
        }
    }

    /** Who called the selected functions, or whom they called. */
    public void relatives(Direction direction) throws IOException {
        List<PstatsRow> rows = announced();
        if (rows.isEmpty()) {
            return;
        }
        boolean callers = direction == Direction.CALLERS;
        int width = width(rows);
        line(CodePoints.padRight("Function ", width) + (callers ? "was called by..." : "called..."));
        if (table.hasCallers()) {
            line(" ".repeat(width) + "    ncalls  tottime  cumtime");
        }
        Map<PstatsKey, Map<PstatsKey, Numbers>> callees = callers ? Map.of() : table.callees();
        for (PstatsRow row : rows) {
            Map<PstatsKey, Numbers> relatives =
                    callers ? sorted(row.callers()) : callees.getOrDefault(row.key(), Map.of());
            out.append(CodePoints.padRight(row.printed(), width)).append(callers ? "<- " : "-> ");
            relativeLines(relatives, width);
        }
        line("\n");
    }

    /** Nothing at all is printed of an empty list, not even how it became empty. */
    private List<PstatsRow> announced() throws IOException {
        Selection<PstatsRow> selection = Selection.of(table.rows(), order, restrictions);
        if (!selection.rows().isEmpty()) {
            announce(selection);
            line("");
        }
        return selection.rows();
    }

    private void announce(Selection<PstatsRow> selection) throws IOException {
        List<String> lines = selection.announcement();
        line(lines.get(0));
        Deque<Selection.Reduction> reductions = new ArrayDeque<>(selection.reductions());
        for (Restriction restriction : restrictions) {
            Selection.Reduction next = reductions.peek();
            if (restriction instanceof Restriction.Invalid) {
                line("   <Invalid regular expression " + restriction.label() + ">");
            } else if (next != null && next.restriction().equals(restriction.label())) {
                line(reductions.remove().toString());
            }
        }
    }

    private void statsLine(PstatsRow row) throws IOException {
        line(CodePoints.padLeft(calls(row.numbers()), 9) + " "
                + f8(row.self()) + " "
                + per(row.self(), row.calls()) + " "
                + f8(row.total()) + " "
                + per(row.total(), row.primitiveCalls()) + " "
                + row.printed());
    }

    private void relativeLines(Map<PstatsKey, Numbers> relatives, int width) throws IOException {
        if (relatives.isEmpty()) {
            line("");
        }
        boolean first = true;
        for (Map.Entry<PstatsKey, Numbers> relative : relatives.entrySet()) {
            Numbers numbers = relative.getValue();
            String calls = CodePoints.padLeft(calls(numbers), first ? 7 : 9);
            line((first ? "" : " ".repeat(width + 1)) + calls + " " + f8(numbers.self()) + " " + f8(numbers.total())
                    + "  " + PstatsRow.printed(relative.getKey()));
            first = false;
        }
    }

    private static Map<PstatsKey, Numbers> sorted(Map<PstatsKey, Numbers> callers) {
        Map<PstatsKey, Numbers> sorted = new TreeMap<>(PstatsRow::compare);
        sorted.putAll(callers);
        return sorted;
    }

    private static int width(List<PstatsRow> rows) {
        int width = 0;
        for (PstatsRow row : rows) {
            width = Math.max(width, CodePoints.length(row.printed()));
        }
        return width + 2;
    }

    private static String calls(Numbers numbers) {
        boolean recursive = numbers.calls() != numbers.primitiveCalls();
        return numbers.calls() + (recursive ? "/" + numbers.primitiveCalls() : "");
    }

    private static String per(double seconds, long calls) {
        return calls == 0 ? " ".repeat(8) : f8(seconds / calls);
    }

    private static String f8(double seconds) {
        return CodePoints.padLeft(Unit.thousandths(seconds), 8);
    }

    private void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
