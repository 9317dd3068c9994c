package dev.jprof.report.statistics;

/** The answer to a {@link Question}. */
public enum Verdict {
    /** Nothing speaks for a regression: the change is below the minimum effect, or downwards and not certain. */
    OK,
    /** Larger by the minimum effect at least, and by more than chance. */
    REGRESSION,
    /** Smaller by the minimum effect at least, and by more than chance. */
    IMPROVEMENT,
    /** It looks like a regression, and these runs can't tell it from chance; or no difference could with so few runs. */
    NOT_ENOUGH_DATA
}
