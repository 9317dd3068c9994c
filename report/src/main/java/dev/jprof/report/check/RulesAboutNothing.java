package dev.jprof.report.check;

import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.check.rule.Mistake;
import dev.jprof.report.check.rule.Quantity;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.model.MethodKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses rules that would hold whatever the program did, since the profiles know nothing of what they limit. */
final class RulesAboutNothing {
    private final Side base;
    private final Side current;

    private RulesAboutNothing(Side base, Side current) {
        this.base = base;
        this.current = current;
    }

    /** @throws InvalidRules with a mistake for each such rule */
    static void refuse(List<Rule> rules, Side base, Side current) throws InvalidRules {
        RulesAboutNothing refused = new RulesAboutNothing(base, current);
        List<Mistake> mistakes = new ArrayList<>();
        for (int number = 0; number < rules.size(); number++) {
            Mistake mistake = refused.mistake(rules.get(number), number);
            if (mistake != null) {
                mistakes.add(mistake);
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidRules(mistakes);
        }
    }

    private @Nullable Mistake mistake(Rule rule, int number) {
        RuleMetric metric = rule.metric();
        if (current.timeless() && metric.quantity() == Quantity.TIME) {
            return sampled(rule, "limit the share");
        }
        if (current.sampled() && isOfCalls(metric)) {
            return sampled(rule, "limit self, total or share, or record them with jprof run");
        }
        boolean overflowed = base.overflowed() || current.overflowed();
        if (base.subjects(number).isEmpty() && current.subjects(number).isEmpty()) {
            return overflowed ? null : nothing(rule);
        }
        if (metric == RuleMetric.ALLOC && !knowsAllocations(number)) {
            return new Mistake(
                    rule.place(), "a profile has no allocated bytes", "record it with alloc=on (jprof run --alloc on)");
        }
        if (metric == RuleMetric.P99 && !runs().allMatch(ValuesOfRun::durations)) {
            return new Mistake(
                    rule.place(),
                    "a profile does not know how long single calls took",
                    "record it with histogram=on, which is the default (jprof run without --histogram off)");
        }
        return hasLeavesAlone(rule, number) ? leaves(rule) : null;
    }

    private Mistake nothing(Rule rule) {
        SortedMap<String, String> unprobed = new Unprobed(base, current).meantBy(rule);
        if (unprobed.isEmpty()) {
            return NoSuchMethod.of(rule, methods());
        }
        return new Mistake(
                rule.place(),
                unprobed.firstKey() + " ran without probes (" + unprobed.get(unprobed.firstKey()) + ")",
                "its calls are not known: limit those of what it calls, or of what calls it");
    }

    private static Mistake sampled(Rule rule, String hint) {
        return new Mistake(
                rule.place(),
                "the profiles were sampled and know nothing of " + rule.metric().word(),
                hint);
    }

    private static Mistake leaves(Rule rule) {
        return new Mistake(
                rule.place(),
                "what matches are leaves too small to time: their time stands in their callers' rows",
                "limit calls, or record with clock=exact (jprof run --clock exact)");
    }

    private static boolean isOfCalls(RuleMetric metric) {
        return metric == RuleMetric.CALLS || metric == RuleMetric.PERCALL || metric == RuleMetric.P99;
    }

    /** A budget is tried on the new side alone. */
    private boolean hasLeavesAlone(Rule rule, int number) {
        List<ValuesOfRule> tried = rule.bound().needsBase()
                ? runs().map(run -> run.byRule().get(number)).toList()
                : current.runs().stream().map(run -> run.byRule().get(number)).toList();
        return tried.stream().allMatch(run -> run.values().isEmpty())
                && tried.stream().anyMatch(run -> !run.untimed().isEmpty());
    }

    private boolean knowsAllocations(int number) {
        return runs().flatMap(run -> run.byRule().get(number).values().values().stream())
                .noneMatch(value -> value.isNaN());
    }

    private Set<MethodKey> methods() {
        Set<MethodKey> methods = new HashSet<>();
        runs().forEach(run -> methods.addAll(run.selves().keySet()));
        return methods;
    }

    private Stream<ValuesOfRun> runs() {
        return Stream.concat(base.runs().stream(), current.runs().stream());
    }
}
