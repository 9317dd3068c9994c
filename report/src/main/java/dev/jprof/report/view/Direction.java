package dev.jprof.report.view;

/** From which end the calls between two methods are looked at. */
public enum Direction {
    CALLERS("caller", "was called by"),
    CALLEES("callee", "called");

    private final String word;
    private final String phrase;

    Direction(String word, String phrase) {
        this.word = word;
        this.phrase = phrase;
    }

    /** What one of the listed methods is: {@code caller}. */
    public String word() {
        return word;
    }

    /** What stands between a method and its list: {@code was called by}. */
    public String phrase() {
        return phrase;
    }

    /** Which of the two methods of an edge is asked about. */
    int subject(int caller, int callee) {
        return this == CALLERS ? callee : caller;
    }

    /** Which of them is listed. */
    int relative(int caller, int callee) {
        return this == CALLERS ? caller : callee;
    }
}
