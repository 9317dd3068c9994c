package dev.jprof.cli;

/** The formats that a comparison can be written in. */
enum DiffFormat {
    TEXT,
    JSON,
    MD,
    CSV,
    /** The interactive page. */
    HTML
}
