package dev.jprof.cli.record;

import java.util.Locale;

/**
 * One run of one side.
 *
 * @param pair from 1 on; runs of one number are recorded one after the other
 */
public record PlannedRun(Side side, int pair) {
    /** Returns what a person calls it. */
    public String name() {
        return side.word() + " " + pair;
    }

    String file() {
        return String.format(Locale.ROOT, "%s/%02d.json", side.word(), pair);
    }
}
