package dev.jprof.report.compare.format;

import dev.jprof.report.compare.Amounts;
import dev.jprof.report.compare.Change;
import dev.jprof.report.compare.Diff;
import dev.jprof.report.compare.DiffRow;
import dev.jprof.report.compare.Sentences;
import dev.jprof.report.match.Comparability;
import dev.jprof.report.match.OtherNames;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands above the tables of a comparison.
 *
 * @param base what the base is called
 * @param current what is compared with it is called
 * @param comparability what was found to differ and was compared all the same
 * @param overflowed which sides outgrew their nodes
 * @param unprobed what has no probes on one side, one line each
 * @param otherNames what the base calls otherwise
 * @param callsOnly whether times are left out
 */
public record DiffHead(
        String base,
        String current,
        Comparability comparability,
        List<String> overflowed,
        List<String> unprobed,
        OtherNames otherNames,
        boolean callsOnly) {
    private static final int MOST_SENTENCES = 5;

    private static final int MOST_UNPROBED = 5;

    /** What must be known before anything else is believed. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        comparability
                .warnings(callsOnly ? Comparability.Numbers.COUNTS : Comparability.Numbers.TIMES)
                .forEach(warning -> warnings.add(sentence(warning)));
        if (!comparability.unknown().isEmpty()) {
            warnings.add("Neither profile says, so nobody checked: " + String.join(", ", comparability.unknown()));
        }
        if (!overflowed.isEmpty()) {
            warnings.add("Calls were folded into [overflow] (" + String.join(", ", overflowed)
                    + "): what is new, gone or faster may only have found no room; record with more --nodes");
        }
        unprobed.stream().limit(MOST_UNPROBED).map(DiffHead::sentence).forEach(warnings::add);
        if (unprobed.size() > MOST_UNPROBED) {
            warnings.add("And " + (unprobed.size() - MOST_UNPROBED) + " more that have no probes on one side");
        }
        otherNames.notes().forEach(note -> warnings.add(sentence(note)));
        return warnings;
    }

    private static String sentence(String line) {
        return Character.toUpperCase(line.charAt(0)) + line.substring(1);
    }

    List<String> totals(Diff diff, Numbers asked) {
        Numbers numbers = asked.in(diff.weight().unit());
        List<String> lines = new ArrayList<>();
        lines.add(side(base, diff.baseRuns()) + " -> " + side(current, diff.currentRuns()));
        Change calls = diff.calls();
        if (diff.hasCalls()) {
            lines.add(numbers.count(calls.base()) + " -> " + numbers.count(calls.current()) + " function calls"
                    + bracketed(calls));
        }
        if (!callsOnly) {
            Change self = diff.self();
            String unit = !numbers.isTime()
                    ? " samples"
                    : numbers.unit() == Unit.S ? " seconds" : numbers.unit().suffix();
            lines.add(numbers.time(self.base()) + " -> " + numbers.time(self.current()) + unit + bracketed(self)
                    + (diff.hasCalls() ? "  (sum of self times)" : "  (sampled: no calls were counted)"));
        }
        Diff.Tally tally = diff.tally();
        lines.add(methods(tally.added()) + " new, " + tally.removed() + " gone, " + tally.changed()
                + " with changed code, " + tally.moved() + " moved without");
        return lines;
    }

    private static String methods(int count) {
        return count + (count == 1 ? " method" : " methods");
    }

    private static String side(String name, int runs) {
        return Printable.of(name) + (runs > 1 ? " (medians of " + runs + " runs)" : "");
    }

    private static String bracketed(Change change) {
        String percent = Amounts.percent(change);
        return percent.isEmpty() ? "" : " (" + percent + ")";
    }

    /** The methods that are listed first, in words. */
    List<String> story(Diff diff) {
        Sentences sentences = new Sentences(diff);
        return diff.methods().stream()
                .filter(row ->
                        callsOnly ? row.ofCalls().delta() != 0 : !row.ofTotal().isNoise())
                .limit(MOST_SENTENCES)
                .map(row -> callsOnly ? sentences.ofCalls(row) : sentences.of(row))
                .toList();
    }

    /** What the story tells of, and what is left out, for a list. */
    static String reduced(String what, int from, List<DiffRow> rows) {
        return rows.size() == from ? "" : "   " + what + " reduced from " + from + " to " + rows.size();
    }
}
