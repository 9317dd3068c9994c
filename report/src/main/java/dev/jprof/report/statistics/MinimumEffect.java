package dev.jprof.report.statistics;

/**
 * The least change that matters. A change must reach both parts.
 *
 * @param relative as a fraction of the base: 0.05 is 5 %
 * @param absolute in the unit of the samples
 */
public record MinimumEffect(double relative, double absolute) {
    /** For times in nanoseconds: 5 % and 1 ms. */
    public static final MinimumEffect OF_TIME = new MinimumEffect(0.05, 1_000_000);
    /** For allocated bytes: 5 % and 64 KiB, the order of what a thread takes of the heap at a time. */
    public static final MinimumEffect OF_BYTES = new MinimumEffect(0.05, 65_536);

    boolean isReached(double shift, double base) {
        return least(base) <= Math.abs(shift) && shift != 0;
    }

    double least(double base) {
        return Math.max(absolute, relative * Math.abs(base));
    }
}
