package dev.jprof.report.html;

/** Numbers to as many digits as a person reads, as small integers: those below a power of ten exactly, larger ones rounded. */
enum Digits {
    TWO(100),
    THREE(1000);

    private final int exactBelow;

    Digits(int exactBelow) {
        this.exactBelow = exactBelow;
    }

    /** The number itself where it is exact, then nine tenths as many codes for each power of ten. */
    int code(double value) {
        double unit = 1;
        int zeros = 0;
        long digits = rounded(value);
        while (digits >= exactBelow) {
            unit *= 10;
            zeros++;
            digits = rounded(value / unit);
        }
        return exactBelow / 10 * 9 * zeros + (int) digits;
    }

    /** {@link Math#rint} of what is not negative, which takes several times as long where it is no single instruction. */
    private static long rounded(double value) {
        long whole = (long) value;
        double rest = value - whole;
        return rest > 0.5 || rest == 0.5 && whole % 2 == 1 ? whole + 1 : whole;
    }

    /** The number of a code. */
    double value(int code) {
        int first = exactBelow / 10;
        int zeros = Math.max(0, code - first) / (9 * first);
        return (code - 9.0 * first * zeros) * Math.pow(10, zeros);
    }
}
