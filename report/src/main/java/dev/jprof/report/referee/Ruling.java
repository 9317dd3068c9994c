package dev.jprof.report.referee;

/** What the referee says of a method. */
public enum Ruling {
    FITS("fits"),
    TOO_LARGE("too large"),
    TOO_SMALL("too small");

    private final String word;

    Ruling(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
