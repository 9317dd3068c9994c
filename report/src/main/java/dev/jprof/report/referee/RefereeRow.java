package dev.jprof.report.referee;

import dev.jprof.report.model.MethodKey;
import dev.jprof.report.statistics.BinomialShare;

/**
 * One method with and without probes.
 *
 * @param share of the instrumented program's running time, 0 to 1
 * @param bar how far that may be off, as the instrumented profile says; 0 where it says nothing
 * @param sampled how many samples of the program without probes met it
 * @param p how likely the samples are so far from the share and its bar by chance, adjusted for the number of methods
 */
public record RefereeRow(MethodKey method, double share, double bar, BinomialShare sampled, double p) {
    /** The false discovery rate: of a hundred methods that are called distorted, five may not be. */
    static final double LEVEL = 0.05;

    public Ruling ruling() {
        if (p >= LEVEL) {
            return Ruling.FITS;
        }
        return share > sampled.share() ? Ruling.TOO_LARGE : Ruling.TOO_SMALL;
    }

    /** What of the range that the instrumented profile allows is nearest to what was sampled. */
    static double nearest(double share, double bar, double sampledShare) {
        return Math.max(share - bar, Math.min(share + bar, sampledShare));
    }
}
