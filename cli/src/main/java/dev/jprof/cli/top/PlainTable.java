package dev.jprof.cli.top;

import dev.jprof.report.model.Profile;
import java.util.ArrayList;
import java.util.List;

/** A small table of the hottest methods as plain lines. */
final class PlainTable {
    private static final int COLUMNS = 100;

    private PlainTable() {}

    static List<String> lines(Profile profile, int rows) {
        Board board = new Board();
        Picture picture = Picture.of(board, profile);
        List<String> lines = new ArrayList<>();
        lines.add(picture.wall() + ", " + picture.calls());
        lines.add(Picture.head(COLUMNS, board.sort()));
        picture.entries().stream().limit(rows).forEach(entry -> lines.add(picture.line(entry, COLUMNS, board.sort())));
        lines.add("");
        return lines;
    }
}
