package dev.jprof.report.view;

import dev.jprof.report.model.Edge;

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

    int subject(Edge edge) {
        return this == CALLERS ? edge.callee() : edge.caller();
    }

    int relative(Edge edge) {
        return this == CALLERS ? edge.caller() : edge.callee();
    }
}
