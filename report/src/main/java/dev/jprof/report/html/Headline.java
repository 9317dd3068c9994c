package dev.jprof.report.html;

import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Summary;

/**
 * What a list says of a profile. Immutable.
 *
 * @param program the main class or jar; empty when the profile doesn't say
 * @param start when recording began, as the profile has it
 * @param self nanoseconds in all methods
 */
public record Headline(String program, String start, long calls, long self) {
    /** {@code otherwise} is the start of a profile that says none. */
    public static Headline of(Profile profile, String otherwise) {
        Summary summary = Summary.of(MethodTable.of(profile));
        return new Headline(
                profile.meta().text("command", ""),
                profile.meta().text("start", otherwise),
                summary.calls(),
                summary.self());
    }
}
