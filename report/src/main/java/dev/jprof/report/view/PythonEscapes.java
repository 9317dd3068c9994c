package dev.jprof.report.view;

import java.util.regex.PatternSyntaxException;

/** What stands behind a backslash in a regular expression of Python. */
final class PythonEscapes {
    private static final String DIGITS = "0123456789";
    private static final String OCTAL = "01234567";
    private static final String HEX = "0123456789abcdefABCDEF";
    private static final String CATEGORIES = "dDsSwW";

    private PythonEscapes() {}

    static boolean isCategory(int letter) {
        return CATEGORIES.indexOf(letter) >= 0;
    }

    /**
     * The code point that an escape stands for, the backslash and {@code letter} passed; -1 where it stands for none.
     *
     * @throws PatternSyntaxException where Python refuses it
     */
    static int codePoint(RegexCursor in, int letter) {
        return switch (letter) {
            case 'a' -> 0x07;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            case 'x' -> hex(in, letter, 2);
            case 'u' -> hex(in, letter, 4);
            case 'U' -> hex(in, letter, 8);
            case 'N' -> named(in);
            case '0' -> Integer.parseInt("0" + in.span(OCTAL, 2), 8);
            default -> isPlain(letter) ? letter : -1;
        };
    }

    private static boolean isPlain(int c) {
        return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || DIGITS.indexOf(c) >= 0);
    }

    private static int hex(RegexCursor in, int letter, int digits) {
        String text = in.span(HEX, digits);
        if (text.length() < digits) {
            throw in.wrong("incomplete escape \\" + (char) letter + text);
        }
        long value = Long.parseLong(text, 16);
        if (value > Character.MAX_CODE_POINT) {
            throw in.wrong("bad escape \\" + (char) letter + text);
        }
        return (int) value;
    }

    private static int named(RegexCursor in) {
        if (!in.skip("{")) {
            throw in.wrong("missing {");
        }
        String name = in.upTo('}');
        try {
            return Character.codePointOf(name);
        } catch (IllegalArgumentException unknown) {
            throw in.wrong("undefined character name '" + name + "'");
        }
    }

    /**
     * Of an escape that begins with a digit other than 0: the character of three octal digits, or -1 where it is the number of a
     * group, which is left to be read.
     */
    static int octal(RegexCursor in) {
        int place = in.place();
        String digits = in.span(OCTAL, 3);
        if (digits.length() == 3) {
            int value = Integer.parseInt(digits, 8);
            if (value > 0377) {
                throw in.wrong("octal escape value \\" + digits + " outside of range 0-0o377");
            }
            return value;
        }
        in.back(place);
        return -1;
    }

    static int groupNumber(RegexCursor in) {
        return Integer.parseInt(in.span(DIGITS, 2));
    }

    /** In a class all digits are octal. */
    static int octalInClass(RegexCursor in) {
        String digits = in.span(OCTAL, 3);
        int value = digits.isEmpty() ? -1 : Integer.parseInt(digits, 8);
        if (value < 0 || value > 0377) {
            throw in.wrong("bad escape \\" + in.peek());
        }
        return value;
    }

    /** A character as Java reads it wherever it stands. */
    static String literal(int codePoint) {
        boolean plain = Character.isLetterOrDigit(codePoint);
        return plain ? Character.toString(codePoint) : "\\x{" + Integer.toHexString(codePoint) + "}";
    }

    /** The error for an escape that Python has not. */
    static PatternSyntaxException bad(RegexCursor in, int letter) {
        return in.wrong("bad escape \\" + Character.toString(letter));
    }
}
