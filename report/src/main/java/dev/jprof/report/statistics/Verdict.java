package dev.jprof.report.statistics;

/** The answer to a {@link Question}. */
public enum Verdict {
    /** Nothing speaks for a regression that matters. How small a one would have been seen is {@link Answer#detectable}. */
    OK,
    /** Larger by the minimum effect at least, and by more than chance. */
    REGRESSION,
    /** Smaller by the minimum effect at least, and by more than chance. */
    IMPROVEMENT,
    /** It looks like a regression, and these runs can't tell it from chance; or no difference could with so few runs. */
    NOT_ENOUGH_DATA
}
