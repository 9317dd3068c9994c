package dev.jprof.report.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** In what unit times are printed. */
public enum Unit {
    /** The unit that suits each number, written behind it. */
    AUTO("", 0),
    S("s", 1e9),
    MS("ms", 1e6),
    US("us", 1e3),
    NS("ns", 1),
    /** Of what is no time but a number of things; nobody asks for it. */
    COUNT("", 1),
    /** Of what is no time but bytes. */
    BYTES("", 1);

    /** The units of times, to choose from. */
    public static final List<Unit> TIMES = List.of(AUTO, S, MS, US, NS);

    private final String symbol;
    private final double nanos;

    Unit(String symbol, double nanos) {
        this.symbol = symbol;
        this.nanos = nanos;
    }

    /** What a column's title says behind its name; nothing for seconds, which tables are in unless they say otherwise. */
    public String suffix() {
        return this == S || symbol.isEmpty() ? "" : "(" + symbol + ")";
    }

    /** With three decimals, as pstats, but whole nanoseconds with none; {@link #AUTO} adds the unit. */
    public String format(double nanoseconds) {
        return switch (this) {
            case AUTO -> {
                Unit suiting = suiting(nanoseconds);
                yield suiting.format(nanoseconds) + suiting.symbol;
            }
            case COUNT, BYTES, NS -> rounded(nanoseconds, nanoseconds == Math.rint(nanoseconds) ? 0 : 1);
            default -> thousandths(nanoseconds / nanos);
        };
    }

    /** In the unit that suits the number, with as many digits as a histogram is exact to. */
    static String threeDigits(double nanoseconds) {
        Unit suiting = suiting(nanoseconds);
        double value = nanoseconds / suiting.nanos;
        int decimals = suiting == NS || value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return rounded(value, decimals) + suiting.symbol;
    }

    /** A number rounded as C's and Python's {@code %.3f}: the exact value of the double, half to even. */
    public static String thousandths(double value) {
        return rounded(value, 3);
    }

    static String rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Whether a time is more than nothing as {@link #format} writes it; {@link #AUTO} writes all. */
    boolean shows(double nanoseconds) {
        double digit = symbol.isEmpty() || this == NS ? 1 : nanos / 1000;
        return nanoseconds >= digit / 2;
    }

    private static Unit suiting(double nanoseconds) {
        Unit[] fromLarge = {S, MS, US};
        for (Unit unit : fromLarge) {
            if (nanoseconds >= unit.nanos) {
                return unit;
            }
        }
        return NS;
    }

    /** With all digits that the number has, for programs to read; {@link #AUTO} is seconds there. */
    public String exact(double nanoseconds) {
        double divisor = this == AUTO ? S.nanos : nanos;
        BigDecimal exact = BigDecimal.valueOf(nanoseconds).divide(BigDecimal.valueOf(divisor));
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
