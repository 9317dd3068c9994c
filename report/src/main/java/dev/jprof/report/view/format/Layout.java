package dev.jprof.report.view.format;

/** The formats that every view can be written in. */
public enum Layout {
    /** For a person at a terminal. */
    TEXT,
    /** For a program. */
    JSON,
    /** For a spreadsheet. */
    CSV,
    /** For an issue or a wiki. */
    MD
}
