package dev.jprof.agent.options;

/** A span of time as people write it: {@code 5} and {@code 0.5} are seconds, {@code 500ms}, {@code 2s} and {@code 1m} say. */
final class TimeSpan {
    private static final double LONGEST_MILLIS = 1e15;

    private TimeSpan() {}

    /** Returns milliseconds, rounded up so that no span but 0 becomes 0; -1 when the text is not a span. */
    static long millis(String text) {
        if (text.endsWith("ms")) {
            return millis(text, 2, 1);
        }
        if (text.endsWith("s")) {
            return millis(text, 1, 1000);
        }
        if (text.endsWith("m")) {
            return millis(text, 1, 60_000);
        }
        return millis(text, 0, 1000);
    }

    private static long millis(String text, int suffix, int unit) {
        String number = text.substring(0, text.length() - suffix);
        if (!isDecimal(number)) {
            return -1;
        }
        double millis = Double.parseDouble(number) * unit;
        return millis > LONGEST_MILLIS ? -1 : (long) Math.ceil(millis);
    }

    private static boolean isDecimal(String number) {
        boolean digit = false;
        boolean point = false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                return false;
            }
        }
        return digit;
    }
}
