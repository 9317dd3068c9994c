package dev.jprof.report.statistics;

import org.apache.commons.statistics.inference.BinomialTest;

/**
 * How many of a number of samples met something: what may its share be?
 *
 * @param met how many did
 * @param all of how many, at least 1
 */
public record BinomialShare(int met, int all) {
    private static final double Z = 1.96;

    public double share() {
        return (double) met / all;
    }

    /** The lower end of Wilson's interval of 95 %. */
    public double low() {
        return met == 0 ? 0 : Math.max(0, middle() - half());
    }

    /** Its upper end. */
    public double high() {
        return met == all ? 1 : Math.min(1, middle() + half());
    }

    /** How likely it is that the samples are at least so far from a share, if it is the true one: the exact two-sided test. */
    public double p(double trueShare) {
        return BinomialTest.withDefaults()
                .test(all, met, Math.min(1, Math.max(0, trueShare)))
                .getPValue();
    }

    private double middle() {
        return (share() + square() / 2) / (1 + square());
    }

    private double half() {
        return Z / (1 + square()) * Math.sqrt(share() * (1 - share()) / all + square() / (4 * all));
    }

    private double square() {
        return Z * Z / all;
    }
}
