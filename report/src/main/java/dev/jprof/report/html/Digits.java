package dev.jprof.report.html;

/** Numbers to as many digits as a person reads, as small integers: those below a power of ten exactly, larger ones rounded. */
enum Digits {
    TWO(100),
    THREE(1000);

    private static final double[] POWERS = powers();

    private final int exactBelow;

    Digits(int exactBelow) {
        this.exactBelow = exactBelow;
    }

    /** Of ten, as far as a double goes. */
    private static double[] powers() {
        double[] powers = new double[309];
        double power = 1;
        for (int zeros = 0; zeros < powers.length; zeros++) {
            powers[zeros] = power;
            power *= 10;
        }
        return powers;
    }

    /** The number itself where it is exact, then nine tenths as many codes for each power of ten. */
    int code(double value) {
        int zeros = 0;
        while (value >= exactBelow * POWERS[zeros]) {
            zeros++;
        }
        long digits = rounded(value / POWERS[zeros]);
        if (digits >= exactBelow) {
            zeros++;
            digits = rounded(value / POWERS[zeros]);
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
