package dev.jprof.report.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions as Python reads them, for the limits of pstats are Python's. A brace that begins no repetition is a brace, so
 * that <code>{java.lang.Math.sin}</code> finds the row that is printed so; what Python refuses is refused. Groups that depend on
 * another group can't be had, and look-behind may be of any bounded width.
 */
public final class PythonRegex {
    private static final int FLAGS = Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String DIGITS = "0123456789";

    /** What a repetition would be of. */
    private enum Last {
        NOTHING,
        ITEM,
        REPEATED
    }

    private final RegexCursor in;
    private final Map<String, Integer> names = new HashMap<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int groups;
    private boolean verbose;
    private Last last = Last.NOTHING;
    private boolean begun;

    private PythonRegex(RegexCursor in) {
        this.in = in;
    }

    public static Pattern compile(String regex) {
        try {
            RegexCursor in = new RegexCursor(regex);
            new PythonRegex(in).translate();
            return Pattern.compile(in.written(), FLAGS);
        } catch (PatternSyntaxException wrong) {
            throw new UsageException(
                    "bad regular expression '" + Printable.of(regex) + "': " + firstLine(wrong.getDescription()));
        }
    }

    private void translate() {
        while (!in.atEnd()) {
            int c = in.next();
            if (verbose && isBlank(c)) {
                continue;
            }
            switch (c) {
                case '\\' -> escape(in.next());
                case '[' -> {
                    new PythonClass(in).translate();
                    became(Last.ITEM);
                }
                case '(' -> group();
                case ')' -> close();
                case '|' -> write("|", Last.NOTHING);
                case '^', '$' -> write(Character.toString(c), Last.NOTHING);
                case '*', '+', '?' -> repeat(Character.toString(c));
                case '{' -> brace();
                case '}' -> write("\\}", Last.ITEM);
                default -> write(Character.toString(c), Last.ITEM);
            }
        }
    }

    private void escape(int letter) {
        if (letter == 'Z') {
            write("\\z", Last.NOTHING);
        } else if (letter == 'A' || letter == 'b' || letter == 'B') {
            write("\\" + (char) letter, Last.NOTHING);
        } else if (PythonEscapes.isCategory(letter)) {
            write("\\" + (char) letter, Last.ITEM);
        } else if (letter >= '1' && letter <= '9') {
            in.back(in.place() - 1);
            int character = PythonEscapes.octal(in);
            write(
                    character < 0 ? reference(PythonEscapes.groupNumber(in)) : PythonEscapes.literal(character),
                    Last.ITEM);
        } else {
            int character = PythonEscapes.codePoint(in, letter);
            if (character < 0) {
                throw PythonEscapes.bad(in, letter);
            }
            write(PythonEscapes.literal(character), Last.ITEM);
        }
    }

    /** In a group of its own, or Java would take a digit that follows into the number. */
    private String reference(int group) {
        if (group > groups) {
            throw in.wrong("invalid group reference " + group);
        }
        if (open.contains(group)) {
            throw in.wrong("cannot refer to an open group");
        }
        return "(?:\\" + group + ")";
    }

    private void group() {
        if (!in.skip("?")) {
            capture();
        } else if (in.skip("#")) {
            in.upTo(')');
        } else if (in.skip("P<")) {
            named(in.upTo('>'));
        } else if (in.skip("P=")) {
            String name = in.upTo(')');
            Integer group = names.get(name);
            if (group == null) {
                throw in.wrong("unknown group name '" + name + "'");
            }
            write(reference(group), Last.ITEM);
        } else if (!plainGroup()) {
            flags();
        }
    }

    private boolean plainGroup() {
        for (String kind : new String[] {":", "=", "!", "<=", "<!", ">"}) {
            if (in.skip(kind)) {
                open("(?" + kind, 0);
                return true;
            }
        }
        return false;
    }

    private void named(String name) {
        if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
            throw in.wrong("bad character in group name '" + name + "'");
        }
        capture();
        if (names.put(name, groups) != null) {
            throw in.wrong("redefinition of group name '" + name + "'");
        }
    }

    private void capture() {
        groups++;
        open("(", groups);
    }

    /** @param group its number, 0 where it has none */
    private void open(String text, int group) {
        open.push(group);
        write(text, Last.NOTHING);
    }

    private void close() {
        if (open.isEmpty()) {
            throw in.wrong("unbalanced parenthesis");
        }
        open.pop();
        write(")", Last.ITEM);
    }

    private void flags() {
        String on = in.span("aimsux", 6);
        String off = in.skip("-") ? in.span("imsx", 4) : "";
        int end = in.next();
        boolean global = end == ')' && off.isEmpty();
        if (on.isEmpty() && off.isEmpty() || !global && end != ':') {
            throw in.wrong("unknown extension ?" + on + (off.isEmpty() ? "" : "-" + off) + Character.toString(end));
        }
        if (on.contains("a") && on.contains("u") || off.chars().anyMatch(flag -> on.indexOf(flag) >= 0)) {
            throw in.wrong("bad inline flags");
        }
        if (global && begun) {
            throw in.wrong("global flags not at the start of the expression");
        }
        // Without its flag u Java ignores the case of ASCII letters only; its U is what Python does without a.
        String javasOn = on.replaceAll("[au]", "").replace("i", on.contains("a") ? "i" : "iu");
        String javasOff = off + (on.contains("a") ? "U" : "");
        String flags = "(?" + javasOn + (javasOff.isEmpty() ? "" : "-" + javasOff);
        if (!global) {
            open(flags + ":", 0);
        } else {
            verbose |= on.contains("x");
            in.write(flags + ")");
        }
    }

    /** Blanks and comments, where the whole expression is verbose. */
    private boolean isBlank(int c) {
        if (c == '#') {
            while (!in.atEnd() && in.next() != '\n') {}
        }
        return c == '#' || Character.isWhitespace(c);
    }

    private void brace() {
        int place = in.place();
        String least = in.span(DIGITS, Integer.MAX_VALUE);
        boolean range = in.skip(",");
        String most = range ? in.span(DIGITS, Integer.MAX_VALUE) : "";
        if (in.skip("}") && (range || !least.isEmpty())) {
            repeat("{" + (least.isEmpty() ? "0" : least) + (range ? "," : "") + most + "}");
        } else {
            in.back(place);
            write("\\{", Last.ITEM);
        }
    }

    private void repeat(String how) {
        if (last == Last.NOTHING) {
            throw in.wrong("nothing to repeat");
        }
        if (last == Last.REPEATED) {
            throw in.wrong("multiple repeat");
        }
        String kind = in.skip("?") ? "?" : in.skip("+") ? "+" : "";
        write(how + kind, Last.REPEATED);
    }

    private void write(String text, Last what) {
        in.write(text);
        became(what);
    }

    private void became(Last what) {
        last = what;
        begun = true;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
