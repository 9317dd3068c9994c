package dev.jprof.report.check.rule;

import dev.jprof.report.view.Printable;

/** Something in the rules that can't be meant, and what could be. */
public record Mistake(Place place, String problem, String hint) {
    /** One line. */
    @Override
    public String toString() {
        return Printable.of(place + ": " + problem + "; " + hint);
    }
}
