package dev.jprof.report.model;

/**
 * What a method allocated on the heap, in bytes, over all paths and threads.
 *
 * @param self without its callees
 * @param total with its callees, outermost activations only
 * @param bar how far {@code self} may be off: two standard errors
 */
public record AllocatedBytes(long self, long total, double bar) {
    /** For profiles that do not say. */
    public static final AllocatedBytes UNKNOWN = new AllocatedBytes(0, 0, Double.NaN);

    private static final double KIB = 1024;

    /** The bar that a variance in square KiB makes. */
    static double barOf(double squareKib) {
        return 2 * Math.sqrt(squareKib) * KIB;
    }

    public boolean known() {
        return !Double.isNaN(bar);
    }
}
