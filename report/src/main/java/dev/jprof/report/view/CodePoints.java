package dev.jprof.report.view;

/** Strings as Python sees them: sequences of code points, where Java's are UTF-16 units. */
public final class CodePoints {
    private CodePoints() {}

    /** Orders by code point; String.compareTo puts U+FFFD behind every emoji. */
    public static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean bothOrNone = Character.isSurrogate(l) == Character.isSurrogate(r);
                return bothOrNone ? Character.compare(l, r) : Character.isSurrogate(l) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    public static String padRight(String text, int width) {
        int missing = width - length(text);
        return missing > 0 ? text + " ".repeat(missing) : text;
    }

    public static String padLeft(String text, int width) {
        int missing = width - length(text);
        return missing > 0 ? " ".repeat(missing) + text : text;
    }
}
