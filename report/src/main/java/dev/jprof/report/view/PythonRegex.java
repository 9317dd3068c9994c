package dev.jprof.report.view;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions as Python reads them, for the limits of pstats are Python's. What differs is rewritten: a brace that
 * begins no repetition is a brace, so that <code>{java.lang.Math.sin}</code> finds the row that is printed so; {@code [} and
 * {@code &&} mean nothing inside a class; named groups begin with {@code (?P<}; {@code \Z} is the very end.
 */
public final class PythonRegex {
    private static final int FLAGS = Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;

    private final String source;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private PythonRegex(String source) {
        this.source = source;
    }

    public static Pattern compile(String regex) {
        try {
            return Pattern.compile(new PythonRegex(regex).translate(), FLAGS);
        } catch (PatternSyntaxException wrong) {
            throw new UsageException(
                    "bad regular expression '" + Printable.of(regex) + "': " + firstLine(wrong.getDescription()));
        }
    }

    private String translate() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\') {
                escape();
            } else if (c == '[') {
                characterClass();
            } else if (c == '{') {
                brace();
            } else if (source.startsWith("(?P<", at)) {
                replace("(?P<", "(?<");
            } else if (source.startsWith("(?P=", at)) {
                backReference();
            } else {
                replace(String.valueOf(c), c == '}' ? "\\}" : String.valueOf(c));
            }
        }
        return java.toString();
    }

    private void escape() {
        if (source.startsWith("\\Z", at)) {
            replace("\\Z", "\\z");
        } else {
            int end = Math.min(at + 2, source.length());
            replace(source.substring(at, end), source.substring(at, end));
        }
    }

    private void characterClass() {
        replace("[", "[");
        if (source.startsWith("^", at)) {
            replace("^", "^");
        }
        if (source.startsWith("]", at)) {
            replace("]", "\\]");
        }
        while (at < source.length() && source.charAt(at) != ']') {
            char c = source.charAt(at);
            if (c == '\\') {
                escape();
            } else {
                replace(String.valueOf(c), c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
            }
        }
        if (at < source.length()) {
            replace("]", "]");
        }
    }

    private void brace() {
        int end = at + 1;
        while (end < source.length() && (isDigit(source.charAt(end)) || source.charAt(end) == ',')) {
            end++;
        }
        String inside = source.substring(at + 1, end);
        boolean closed = end < source.length() && source.charAt(end) == '}';
        if (closed && isRepetition(inside)) {
            replace("{" + inside + "}", "{" + (inside.startsWith(",") ? "0" : "") + inside + "}");
        } else {
            replace("{", "\\{");
        }
    }

    private void backReference() {
        int end = source.indexOf(')', at);
        if (end < 0) {
            replace("(", "(");
        } else {
            String whole = source.substring(at, end + 1);
            replace(whole, "\\k<" + whole.substring(4, whole.length() - 1) + ">");
        }
    }

    private static boolean isRepetition(String inside) {
        return !inside.isEmpty() && inside.indexOf(',') == inside.lastIndexOf(',');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void replace(String from, String to) {
        java.append(to);
        at += from.length();
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
