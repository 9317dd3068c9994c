package dev.jprof.report.view;

import java.math.BigDecimal;
import java.math.MathContext;

/** Values as Python's {@code repr} writes them; the announcements of limits use it. */
final class PythonRepr {
    private PythonRepr() {}

    /** For numbers from 0 to 1, the only ones a share can be. Double.toString is not always the shortest before 19. */
    static String of(double value) {
        BigDecimal shortest = shortest(value);
        if (shortest.signum() == 0) {
            return "0.0";
        }
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4) {
            return shortest.scale() <= 0 ? shortest.toPlainString() + ".0" : shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return digits.charAt(0) + fraction + "e-" + (exponent > -10 ? "0" : "") + -exponent;
    }

    /** In single quotes, or in double quotes when the text holds single ones only. */
    static String of(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder repr = new StringBuilder().append(quote);
        text.codePoints().forEach(point -> append(repr, point, quote));
        return repr.append(quote).toString();
    }

    private static void append(StringBuilder repr, int point, char quote) {
        switch (point) {
            case '\n' -> repr.append("\\n");
            case '\r' -> repr.append("\\r");
            case '\t' -> repr.append("\\t");
            case '\\' -> repr.append("\\\\");
            default -> {
                if (point == quote) {
                    repr.append('\\').append(quote);
                } else if (isPrintable(point)) {
                    repr.appendCodePoint(point);
                } else {
                    repr.append(escape(point));
                }
            }
        }
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }

    private static String escape(int point) {
        String hex = Integer.toHexString(point);
        int digits = point < 0x100 ? 2 : point < 0x10000 ? 4 : 8;
        String letter = digits == 2 ? "x" : digits == 4 ? "u" : "U";
        return "\\" + letter + "0".repeat(digits - hex.length()) + hex;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision < 17; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17)).stripTrailingZeros();
    }
}
