package dev.jprof.report.html;

import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Summary;
import dev.jprof.report.view.Unit;

/**
 * What a list says of a profile. Immutable.
 *
 * @param program the main class or jar; empty when the profile doesn't say
 * @param start when recording began, as the profile has it
 * @param calls how many there were, or samples
 * @param time in all methods; empty where samples stand for none
 */
public record Headline(String program, String start, String calls, String time) {
    public static final Headline NONE = new Headline("", "", "", "");

    /** {@code otherwise} is the start of a profile that says none. */
    public static Headline of(Profile profile, String otherwise) {
        Summary summary = Summary.of(MethodTable.of(profile));
        Numbers numbers = new Numbers(Unit.AUTO, false);
        return new Headline(
                profile.meta().text("command", ""),
                profile.meta().text("start", otherwise),
                numbers.count(summary.calls()) + (summary.sampled() ? " samples" : ""),
                summary.unit().equals("ns") ? numbers.duration(summary.self()).replaceFirst("(?=[a-z])", " ") : "");
    }
}
