package dev.jprof.report.compare;

/**
 * One number on both sides: of one run a side as it is, of several their medians.
 *
 * @param noise how much of a difference is nothing: for one run a side how far the two times may be off, for several half the
 *     distance between the quartiles of each side; both sides together as the root of the sum of their squares
 */
public record Change(long base, long current, double noise) {
    public long delta() {
        return current - base;
    }

    /** How far it moved beyond the noise. */
    public double moved() {
        return Math.max(0, Math.abs((double) delta()) - noise);
    }

    public boolean isNoise() {
        return delta() != 0 && moved() == 0;
    }

    /** The change as a share of the base; infinite where the base is 0 and the other is not. */
    public double relative() {
        return delta() == 0 ? 0 : (double) delta() / base;
    }
}
