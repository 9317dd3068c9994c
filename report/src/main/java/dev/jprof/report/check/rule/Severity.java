package dev.jprof.report.check.rule;

/** What the breach of a rule means for the build. */
public enum Severity {
    /** The check fails. */
    ERROR,
    /** It is said, and the check does not fail. */
    WARNING
}
