package dev.jprof.cli;

/** Sentences broken between words, for a terminal. */
final class Wrapped {
    /** With less room than this a terminal's own way to break lines is no worse. */
    private static final int LEAST_ROOM = 20;

    private Wrapped() {}

    /** Breaks a text that begins in a column, each line beginning there again. */
    static String behind(int column, String text, int columns) {
        int room = columns - column;
        if (room < LEAST_ROOM || text.length() <= room) {
            return text;
        }
        StringBuilder lines = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ", 0)) {
            if (used > 0 && used + 1 + word.length() > room) {
                lines.append('\n').append(" ".repeat(column));
                used = 0;
            }
            lines.append(used == 0 ? "" : " ").append(word);
            used += (used == 0 ? 0 : 1) + word.length();
        }
        return lines.toString();
    }
}
