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
        while (Math.rint(value / unit) >= exactBelow) {
            unit *= 10;
            zeros++;
        }
        return exactBelow / 10 * 9 * zeros + (int) Math.rint(value / unit);
    }

    /** The number of a code. */
    double value(int code) {
        int first = exactBelow / 10;
        int zeros = Math.max(0, code - first) / (9 * first);
        return (code - 9.0 * first * zeros) * Math.pow(10, zeros);
    }
}
