package dev.jprof.cli.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the page writes them. */
final class Written {
    private Written() {}

    static String time(double nanos) {
        if (nanos == 0) {
            return "0";
        }
        double size = Math.abs(nanos);
        String sign = nanos < 0 ? "−" : "";
        if (size < 999.5) {
            return sign + (size == Math.rint(size) ? count((long) size) : digits(size)) + " ns";
        }
        if (size < 999.5e3) {
            return sign + digits(size / 1e3) + " µs";
        }
        return sign + (size < 999.5e6 ? digits(size / 1e6) + " ms" : digits(size / 1e9) + " s");
    }

    private static String digits(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String calls(long calls, long primitive) {
        return calls == primitive ? count(calls) : count(calls) + "/" + count(primitive);
    }

    static String percent(double part, double whole) {
        double share = 100 * part / whole;
        return share > 0 && share < 0.05
                ? "<0.1 %"
                : new BigDecimal(share).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
