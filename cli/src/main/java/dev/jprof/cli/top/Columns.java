package dev.jprof.cli.top;

import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes: letters of East Asia and pictures take two, marks above letters none. */
final class Columns {
    private Columns() {}

    static int of(String text) {
        return new AttributedString(text).columnLength();
    }

    /** The beginning of a text, as much of it as so many columns hold. */
    static String first(String text, int columns) {
        return new AttributedString(text).columnSubSequence(0, columns).toString();
    }

    /** The end of a text, as much of it as so many columns hold. */
    static String last(String text, int columns) {
        int start = 0;
        for (int over = of(text) - columns; over > 0 && start < text.length(); ) {
            int letter = text.codePointAt(start);
            over -= Math.max(0, WCWidth.wcwidth(letter));
            start += Character.charCount(letter);
        }
        return text.substring(start);
    }
}
