package dev.jprof.report.model;

/**
 * How far times can be trusted: two standard errors each, in nanoseconds. Of a hundred such bars, 95 and more reach from the
 * time shown to the true one.
 *
 * @param self error of the self time
 * @param total error of the total time
 */
public record Bars(double self, double total) {
    /** For profiles that do not say how they were measured. */
    public static final Bars UNKNOWN = new Bars(Double.NaN, Double.NaN);

    public boolean known() {
        return !Double.isNaN(self);
    }
}
