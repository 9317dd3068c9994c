package dev.jprof.agent.output;

/** Points in time as text. By hand, because the JDK's formats load some two hundred classes, and premain must be quick. */
public final class Instant {
    private static final long DAY_MILLIS = 86400000;

    private Instant() {}

    /** ISO-8601 in UTC with milliseconds, from milliseconds since 1970. */
    public static String text(long millis) {
        long days = Math.floorDiv(millis, DAY_MILLIS);
        long rest = Math.floorMod(millis, DAY_MILLIS);
        StringBuilder text = new StringBuilder(24);
        appendDate(text, days);
        text.append('T');
        append(text, rest / 3600000, 2).append(':');
        append(text, rest / 60000 % 60, 2).append(':');
        append(text, rest / 1000 % 60, 2).append('.');
        return append(text, rest % 1000, 3).append('Z').toString();
    }

    /** Counts from 1 March of the year 0, so that a leap day is a year's last. */
    private static void appendDate(StringBuilder text, long daysSince1970) {
        long days = daysSince1970 + 719468;
        long era = Math.floorDiv(days, 146097);
        long dayOfEra = Math.floorMod(days, 146097);
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * dayOfYear + 2) / 153;
        long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        append(text, yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4).append('-');
        append(text, month, 2).append('-');
        append(text, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2);
    }

    private static StringBuilder append(StringBuilder text, long number, int width) {
        String digits = Long.toString(number);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        return text.append(digits);
    }
}
