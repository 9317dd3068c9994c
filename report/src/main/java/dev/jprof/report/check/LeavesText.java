package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.view.Printable;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** One line about the leaves that a rule on times leaves out. */
final class LeavesText {
    private static final int NAMED = 3;

    private LeavesText() {}

    static String of(Rule rule, SortedSet<Subject> leaves) {
        String names = leaves.stream().limit(NAMED).map(Subject::printed).collect(Collectors.joining(", "));
        String more = leaves.size() > NAMED ? " and " + (leaves.size() - NAMED) + " more" : "";
        return Printable.of(rule.text())
                + " leaves out what is too small to time, whose time stands in its callers' rows: " + names + more;
    }
}
