package dev.jprof.cli.top;

import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.OpenTree;
import dev.jprof.report.view.PathCuts;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.Row;
import dev.jprof.report.view.SortKey;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Summary;
import dev.jprof.report.view.Table;
import dev.jprof.report.view.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One moment as it is shown: a title, a head and rows, from what a board asks for of a profile. */
record Picture(Summary summary, List<Entry> entries) {
    private static final Numbers NUMBERS = new Numbers(Unit.AUTO, false);

    /**
     * One row; times are nanoseconds.
     *
     * @param path what opens and closes it; empty outside the tree
     * @param mark what stands before the name in the tree
     */
    record Entry(String path, String mark, String name, long calls, long self, long total) {}

    static Picture of(Board board, Profile profile) {
        Profile wanted =
                board.view() == Board.View.TREE && !board.search().isEmpty() ? focused(profile, board) : profile;
        Grouping grouping = board.view() == Board.View.THREADS ? Grouping.THREAD : Grouping.METHOD;
        boolean tree = board.view() == Board.View.TREE;
        SortOrder order = new SortOrder(List.of(board.sort(), SortKey.NAME), false);
        Table table = Table.of(wanted, grouping, order, tree ? List.of() : restrictions(board));
        return new Picture(table.summary(), tree ? nodes(board, wanted) : rows(table));
    }

    private static Profile focused(Profile profile, Board board) {
        String regex = "(?i)" + board.search().replaceAll("[^\\w\\s]", "\\\\$0");
        return new PathCuts(List.of(), List.of(regex), List.of(), List.of()).apply(profile);
    }

    private static List<Restriction> restrictions(Board board) {
        if (board.search().isEmpty()) {
            return List.of();
        }
        Pattern literal = Pattern.compile(Pattern.quote(board.search()), Pattern.CASE_INSENSITIVE);
        return List.of(new Restriction.Matching(board.search(), literal));
    }

    private static List<Entry> rows(Table table) {
        List<Entry> entries = new ArrayList<>();
        for (Row row : table.selection().rows()) {
            if (row.calls() > 0 || row.total() > 0) {
                entries.add(new Entry("", "", row.function(), row.calls(), (long) row.self(), (long) row.total()));
            }
        }
        return entries;
    }

    private static List<Entry> nodes(Board board, Profile profile) {
        List<Entry> entries = new ArrayList<>();
        for (OpenTree.Line line : OpenTree.of(profile, board::isOpen)) {
            String mark = "  ".repeat(line.depth()) + (!line.parent() ? "  " : board.isOpen(line.path()) ? "- " : "+ ");
            entries.add(new Entry(line.path(), mark, line.name(), line.calls(), line.self(), line.total()));
        }
        return entries;
    }

    /** How much time an entry took of all, by the order that is asked for; 1 is everything. */
    double share(Entry entry, SortKey sort) {
        double part = sort == SortKey.TOTAL ? entry.total() : entry.self();
        return summary.self() == 0 ? 0 : part / summary.self();
    }

    /** How long the program ran meanwhile. */
    String wall() {
        return NUMBERS.duration(summary.meta().integer("wallNs", 0));
    }

    String calls() {
        return NUMBERS.count(summary.calls()) + " calls";
    }

    /** The titles of the columns. */
    static String head(int columns, SortKey sort) {
        String name = "method";
        return fit(
                isWide(columns)
                        ? " self%     self  total%    total        calls  " + name
                        : (sort == SortKey.TOTAL ? "total%" : " self%") + "     calls  " + name,
                columns);
    }

    /** One row in so many columns. */
    String line(Entry entry, int columns, SortKey sort) {
        String self = NUMBERS.percent(entry.self(), summary.self());
        String total = NUMBERS.percent(entry.total(), summary.self());
        String numbers = isWide(columns)
                ? String.format(
                        Locale.ROOT,
                        "%6s %8s  %6s %8s %12s  ",
                        self,
                        NUMBERS.duration(entry.self()),
                        total,
                        NUMBERS.duration(entry.total()),
                        NUMBERS.count(entry.calls()))
                : String.format(
                        Locale.ROOT, "%6s %9s  ", sort == SortKey.TOTAL ? total : self, NUMBERS.count(entry.calls()));
        int room = columns - numbers.length() - entry.mark().length();
        return fit(numbers + entry.mark() + shortened(Printable.of(entry.name()), room), columns);
    }

    private static boolean isWide(int columns) {
        return columns >= 76;
    }

    /** Packages go first, then what is left of the beginning. */
    private static String shortened(String name, int room) {
        String whole = name;
        while (Columns.of(whole) > room && whole.matches("[{<]?[\\w$]+\\..*\\..*")) {
            whole = whole.replaceFirst("[\\w$]+\\.", "");
        }
        return Columns.of(whole) <= room || room < 2 ? whole : "…" + Columns.last(whole, room - 1);
    }

    static String fit(String line, int columns) {
        return Columns.of(line) <= columns ? line : Columns.first(line, columns);
    }
}
