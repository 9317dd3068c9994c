package dev.jprof.report.check;

/** What came of one rule for one subject. */
public enum Outcome {
    OK,
    /** Within the bound, and surely less than before. */
    IMPROVEMENT,
    REGRESSION,
    /** Not enough data. */
    UNDECIDED,
    /** The number of calls varies by itself, so it says nothing. */
    QUARANTINED,
    /** Broken, and allowed to be for a while. */
    IGNORED
}
