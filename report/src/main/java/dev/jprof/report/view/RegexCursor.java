package dev.jprof.report.view;

import java.util.regex.PatternSyntaxException;

/** Where a translation of a regular expression has come to, and what has come out so far. */
final class RegexCursor {
    private final String source;
    private final StringBuilder java = new StringBuilder();
    private int at;

    RegexCursor(String source) {
        this.source = source;
    }

    boolean atEnd() {
        return at == source.length();
    }

    /** The next character, or 0 at the end. */
    char peek() {
        return atEnd() ? 0 : source.charAt(at);
    }

    /** Passes over a code point. */
    int next() {
        if (atEnd()) {
            throw wrong("unexpected end of pattern");
        }
        int next = source.codePointAt(at);
        at += Character.charCount(next);
        return next;
    }

    /** Passes over a text if it comes next. */
    boolean skip(String text) {
        boolean there = source.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    /** Passes over what comes up to a character, and over that. */
    String upTo(char end) {
        int found = source.indexOf(end, at);
        if (found < 0) {
            throw wrong("missing " + end + ", unterminated");
        }
        String text = source.substring(at, found);
        at = found + 1;
        return text;
    }

    /** Passes over characters of a set, so many at most. */
    String span(String set, int most) {
        int end = at;
        while (end < source.length() && end - at < most && set.indexOf(source.charAt(end)) >= 0) {
            end++;
        }
        String text = source.substring(at, end);
        at = end;
        return text;
    }

    int place() {
        return at;
    }

    /** Goes back to a {@link #place}. */
    void back(int place) {
        at = place;
    }

    void write(String text) {
        java.append(text);
    }

    String written() {
        return java.toString();
    }

    PatternSyntaxException wrong(String what) {
        return new PatternSyntaxException(what, source, at);
    }
}
