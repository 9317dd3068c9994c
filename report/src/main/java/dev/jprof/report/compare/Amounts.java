package dev.jprof.report.compare;

import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Differences as they are written: with a sign, as a share, or as so many times. */
public final class Amounts {
    private static final double TWICE = 1.995;
    private static final double TENFOLD = 10;

    /** What is less is shown as this: it is not nothing. */
    private static final double LEAST_PERCENT = 0.01;

    private Amounts() {}

    /** {@code +1,234}; empty for no difference. */
    public static String count(long delta, Numbers numbers) {
        if (delta == 0) {
            return "";
        }
        return (delta < 0 ? "-" : "+") + numbers.count(Math.abs(delta));
    }

    /** {@code -0.123}; without sign what is too little to be seen, and empty for no difference. */
    public static String time(long nanoseconds, Numbers numbers) {
        if (nanoseconds == 0) {
            return "";
        }
        String size = numbers.time(Math.abs((double) nanoseconds));
        String sign = size.equals("0.000") ? "" : nanoseconds < 0 ? "-" : "+";
        return sign + size;
    }

    /** {@code +38 %}, from ten times the base on {@code x 12}; empty for no difference, and where the base is nothing. */
    public static String percent(Change change) {
        if (change.delta() == 0 || change.base() == 0) {
            return "";
        }
        double factor = (double) change.current() / change.base();
        if (factor >= TENFOLD) {
            return "x " + times(factor);
        }
        double percent = 100 * change.relative();
        double size = Math.max(Math.abs(percent), LEAST_PERCENT);
        int decimals = size < 0.95 ? 2 : size < 9.95 ? 1 : 0;
        return (percent < 0 ? "-" : "+") + rounded(size, decimals) + " %";
    }

    /** How often, compared with before. */
    static String often(Cause cause) {
        return compared(cause, "times as often", "more often", "less often", "times less often");
    }

    /** How long, compared with before. */
    static String takes(Cause cause) {
        if (cause.base() <= 0 || cause.current() <= 0) {
            return cause.nanos() > 0 ? "takes time that it did not take" : "takes no time any more";
        }
        double factor = cause.current() / cause.base();
        if (factor < 1 / TWICE) {
            return "is " + times(1 / factor) + " times as fast";
        }
        return "takes " + compared(cause, "times as long", "longer", "less time", "");
    }

    private static String compared(Cause cause, String times, String more, String less, String timesLess) {
        double factor = cause.current() / cause.base();
        if (factor >= TWICE) {
            return times(factor) + " " + times;
        }
        if (factor < 1 / TWICE) {
            return cause.current() == 0 ? "no more" : times(1 / factor) + " " + timesLess;
        }
        String percent = percent(100 * Math.abs(factor - 1));
        return percent + " % " + (factor >= 1 ? more : less);
    }

    private static String percent(double size) {
        if (size < LEAST_PERCENT) {
            return "less than " + LEAST_PERCENT;
        }
        return rounded(size, size < 0.95 ? 2 : size < 9.5 ? 1 : 0);
    }

    private static String times(double factor) {
        return factor < 9.95 ? rounded(factor, 1) : new Numbers(Unit.S, false).count(Math.round(factor));
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
