package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.match.Comparability;
import dev.jprof.report.match.Comparability.Difference;
import dev.jprof.report.match.Comparability.Numbers;
import dev.jprof.report.view.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses sides that were not recorded alike for what the rules compare, or says so where they are compared even so. */
final class Likeness {
    private Likeness() {}

    /** Returns what to say on top. */
    static List<String> of(Side base, Side current, CheckRequest request) {
        Comparability.refuseTwoKinds(
                Stream.concat(base.runs().stream(), current.runs().stream()).map(ValuesOfRun::weight));
        List<String> notes = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (Numbers numbers : Numbers.values()) {
            String metrics = metrics(numbers, request.rules());
            if (!metrics.isEmpty()) {
                unknown.addAll(unknown(base, current, numbers));
            }
            Difference difference = metrics.isEmpty() ? null : first(base, current, numbers);
            if (difference == null) {
                continue;
            }
            if (!request.force()) {
                throw new UsageException("the sides can't be compared by " + metrics + ": " + difference
                        + "; record both alike, or compare them with --force");
            }
            notes.add("compared by " + metrics + " with --force, although " + difference);
        }
        if (!unknown.isEmpty()) {
            notes.add("neither side says, so nobody checked that these are alike: " + String.join(", ", unknown));
        }
        return notes;
    }

    private static Set<String> unknown(Side base, Side current, Numbers numbers) {
        Set<String> unknown = new LinkedHashSet<>();
        for (ValuesOfRun older : base.runs()) {
            for (ValuesOfRun run : current.runs()) {
                unknown.addAll(Comparability.of(older.meta(), run.meta()).unknown(numbers));
            }
        }
        return unknown;
    }

    private static @Nullable Difference first(Side base, Side current, Numbers numbers) {
        for (ValuesOfRun older : base.runs()) {
            for (ValuesOfRun run : current.runs()) {
                List<Difference> against =
                        Comparability.of(older.meta(), run.meta()).against(numbers);
                if (!against.isEmpty()) {
                    return against.get(0);
                }
            }
        }
        return null;
    }

    /** The rules' words of one kind of number, those of rules that compare. */
    private static String metrics(Numbers numbers, List<Rule> rules) {
        return String.join(
                ", ",
                rules.stream()
                        .filter(rule -> rule.bound().needsBase() && kind(rule.metric()) == numbers)
                        .map(rule -> rule.metric().word())
                        .distinct()
                        .toList());
    }

    private static Numbers kind(RuleMetric metric) {
        return switch (metric.quantity()) {
            case COUNT -> Numbers.COUNTS;
            case BYTES -> Numbers.BYTES;
            case TIME, SHARE -> Numbers.TIMES;
        };
    }
}
