package dev.jprof.report.truth;

import java.util.List;

/**
 * What a program knows of one of its methods.
 *
 * @param name class and method as {@link dev.jprof.report.model.Method#qualifiedName} joins them
 * @param errors calls that ended by an exception
 * @param self nanoseconds in the method without its callees
 * @param doubt how much more or less that may be: time between the two sides of a call, of which nobody can say whose it is
 */
public record KnownMethod(String name, long calls, long errors, long self, long doubt) {
    static final String FIRST_WORD = "truth ";

    /** @throws IllegalArgumentException if the line is not whole */
    static KnownMethod of(String line) {
        List<String> words = List.of(line.split(" ", -1));
        if (words.size() != 6) {
            throw new IllegalArgumentException("not a line of truth: " + line);
        }
        return new KnownMethod(
                words.get(1),
                Long.parseLong(words.get(2)),
                Long.parseLong(words.get(3)),
                Long.parseLong(words.get(4)),
                Long.parseLong(words.get(5)));
    }

    /** How far a self time is from what may be true, in nanoseconds. */
    double distance(double seen) {
        return Math.max(0, Math.abs(seen - self) - doubt);
    }

    /** The part of its self time that is the method's without doubt. */
    long sure() {
        return Math.max(0, self - doubt);
    }
}
