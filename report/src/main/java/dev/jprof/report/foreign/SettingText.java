package dev.jprof.report.foreign;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings of a recording as text. */
final class SettingText {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})\\s*(ns|us|ms|s)?");

    private SettingText() {}

    /** {@code 20 ms}, or nanoseconds without a unit; zero for what is no time. */
    static Duration interval(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        if (!amount.matches()) {
            return Duration.ZERO;
        }
        long number = Long.parseLong(amount.group(1));
        String unit = amount.group(2) == null ? "ns" : amount.group(2);
        return switch (unit) {
            case "us" -> Duration.ofNanos(number * 1_000);
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofNanos(number);
        };
    }
}
