package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.view.Nearest;
import dev.jprof.report.view.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What rules do not judge although they match it, one line each, so that nobody believes that they did. */
final class NotJudged {
    private static final int NAMED = 3;

    private final Side base;
    private final Side current;
    private final Unprobed unprobed;

    NotJudged(Side base, Side current, Unprobed unprobed) {
        this.base = base;
        this.current = current;
        this.unprobed = unprobed;
    }

    /** The lines about one rule, which is tried. */
    List<String> by(Rule rule, int number) {
        List<String> lines = new ArrayList<>();
        boolean compared = rule.bound().needsBase();
        TreeSet<Subject> leaves = current.leaves(number);
        if (compared) {
            leaves.addAll(base.leaves(number));
        }
        if (!leaves.isEmpty()) {
            lines.add(line(
                    rule,
                    "leaves out what is too small to time, whose time stands in its callers' rows",
                    printed(leaves)));
        }
        SortedMap<String, String> skips = unprobed.meantBy(rule);
        if (!skips.isEmpty()) {
            lines.add(line(
                    rule,
                    "knows nothing of what ran without probes",
                    skips.entrySet().stream()
                            .map(skip -> skip.getKey() + " (" + skip.getValue() + ")")
                            .toList()));
        } else if (current.subjects(number).isEmpty() && !current.overflowed()) {
            lines.add(line(rule, "finds nothing in the new runs; the base has", printed(base.subjects(number)))
                    + nearest(rule));
        }
        return lines;
    }

    /** The line about methods that a rule on the time of one call finds on one side only. */
    static String oneSided(Rule rule, SortedSet<Subject> subjects) {
        return line(rule, "has nothing to compare with of what only one side calls", printed(subjects));
    }

    private String nearest(Rule rule) {
        TreeSet<String> names = new TreeSet<>();
        current.runs()
                .forEach(run -> run.selves().keySet().forEach(method -> names.add(NoSuchMethod.name(rule, method))));
        return names.isEmpty()
                ? ""
                : "; the nearest in the new ones is "
                        + Printable.of(Nearest.toPattern(rule.methods().toString(), List.copyOf(names))
                                .get(0));
    }

    private static List<String> printed(SortedSet<Subject> subjects) {
        return subjects.stream().map(Subject::printed).toList();
    }

    private static String line(Rule rule, String what, List<String> names) {
        return Printable.of(rule.text() + " " + what + ": " + FirstNames.of(names, NAMED));
    }
}
