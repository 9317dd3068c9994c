package dev.jprof.cli.top;

import dev.jprof.cli.top.Board.View;
import dev.jprof.cli.top.Picture.Entry;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * The lines of a whole screen.
 *
 * @param colours whether the terminal has them and they are wanted; without them there is bold and reverse type only
 */
record Frame(String title, int columns, int rows, boolean colours) {
    private static final int AROUND = 4;
    private static final double HOT = 0.25;
    private static final double WARM = 0.1;
    private static final int HELP_CELL = 38;

    /** As many of them as there is room for. */
    private static final List<String> FOOT =
            List.of("? help", "q quit", "Tab view", "i span", "/ find", "p pause", "r reset", "w write", "s t c sort");

    /** How many entries there is room for. */
    int room() {
        return Math.max(1, rows - AROUND);
    }

    /** Before the first snapshot. */
    List<AttributedString> waiting() {
        return List.of(bold(title), plain("waiting for the first snapshot"));
    }

    List<AttributedString> lines(Board board, Picture picture) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(bold(title + (board.paused() ? "  PAUSED" : "")));
        String subject = subject(board) + ": " + picture.wall();
        String calls = ", " + picture.calls();
        lines.add(plain(Columns.of(subject + calls) <= columns ? subject + calls : subject));
        if (board.help()) {
            help(lines);
        } else {
            table(board, picture, lines);
        }
        while (lines.size() < rows - 1) {
            lines.add(AttributedString.EMPTY);
        }
        lines.subList(rows - 1, lines.size()).clear();
        lines.add(foot(board));
        return lines;
    }

    private void table(Board board, Picture picture, List<AttributedString> lines) {
        SortKey sort = board.view() == View.TREE ? SortKey.TOTAL : board.sort();
        lines.add(styled(Picture.head(columns, sort), AttributedStyle.INVERSE));
        int first = Math.max(0, board.selected() - room() + 1);
        List<Entry> entries = picture.entries();
        for (int i = first; i < Math.min(entries.size(), first + room()); i++) {
            AttributedStyle style = style(picture.share(entries.get(i), sort));
            lines.add(styled(
                    picture.line(entries.get(i), columns, sort), i == board.selected() ? style.inverse() : style));
        }
        if (entries.isEmpty()) {
            lines.add(plain(board.search().isEmpty() ? "  no calls" : "  nothing found"));
        }
    }

    private AttributedStyle style(double share) {
        AttributedStyle style = share >= HOT ? AttributedStyle.BOLD : AttributedStyle.DEFAULT;
        if (!colours || share < WARM) {
            return style;
        }
        return style.foreground(share >= HOT ? AttributedStyle.RED : AttributedStyle.YELLOW);
    }

    private static String subject(Board board) {
        String what = switch (board.view()) {
            case METHODS -> "methods by ";
            case THREADS -> "threads by ";
            case TREE -> "call tree by ";
        };
        String by = board.view() == View.TREE
                ? "total"
                : switch (board.sort()) {
                    case TOTAL -> "total";
                    case CALLS -> "calls";
                    default -> "self";
                };
        String search = board.search().isEmpty() ? "" : " <" + Printable.of(board.search()) + ">";
        return what + by + search + (board.interval() ? ", last" : ", since start");
    }

    /** In as many columns as there is room for. */
    private void help(List<AttributedString> lines) {
        List<String> cells = Stream.of(Key.values())
                .filter(key -> !key.label().isEmpty())
                .map(key -> String.format(Locale.ROOT, "  %-6s %s", key.label(), key.meaning()))
                .toList();
        int perLine = Math.max(1, columns / HELP_CELL);
        int height = (cells.size() + perLine - 1) / perLine;
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int cell = line; cell < cells.size(); cell += height) {
                text.append(String.format(Locale.ROOT, "%-" + HELP_CELL + "s", cells.get(cell)));
            }
            lines.add(plain(text.toString().stripTrailing()));
        }
    }

    private AttributedString foot(Board board) {
        if (board.typing()) {
            return bold("/" + Printable.of(board.search()));
        }
        if (!board.message().isEmpty()) {
            return bold(board.message());
        }
        StringBuilder foot = new StringBuilder();
        for (String key : FOOT) {
            foot.append(foot.length() + key.length() <= columns ? key + "  " : "");
        }
        return plain(foot.toString().stripTrailing());
    }

    private AttributedString plain(String text) {
        return new AttributedString(Picture.fit(text, columns));
    }

    private AttributedString bold(String text) {
        return styled(Picture.fit(text, columns), AttributedStyle.BOLD);
    }

    private AttributedString styled(String text, AttributedStyle style) {
        String whole = style.equals(AttributedStyle.INVERSE)
                ? text + " ".repeat(Math.max(0, columns - Columns.of(text)))
                : text;
        return new AttributedString(whole, style);
    }
}
