package dev.jprof.report.view;

/** Names made safe to print: a class file may call a method by a terminal's escape sequence. */
public final class Printable {
    private Printable() {}

    /** Control, format (bidi among them), line separator and unpaired surrogate characters become {@code \}{@code uXXXX}. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~') {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            if (isSafe(point)) {
                safe.appendCodePoint(point);
            } else {
                for (int unit = i; unit < next; unit++) {
                    appendEscape(safe, text.charAt(unit));
                }
            }
            i = next;
        }
        return safe.toString();
    }

    private static boolean isSafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static void appendEscape(StringBuilder safe, char unit) {
        String hex = Integer.toHexString(unit);
        safe.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }
}
