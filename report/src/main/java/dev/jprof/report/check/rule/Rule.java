package dev.jprof.report.check.rule;

import java.util.List;

/**
 * One demand on a program.
 *
 * @param text as it was written, without its severity
 * @param sum whether what matches is judged together instead of each method by itself
 */
public record Rule(
        String text,
        Place place,
        RuleMetric metric,
        boolean sum,
        MethodPattern methods,
        Bound bound,
        Severity severity,
        List<Ignore> ignores) {
    public Rule {
        ignores = List.copyOf(ignores);
    }

    /** Reads {@code calls(com.acme.*) <= +0%}, with {@code warning} behind it or not. */
    public static Rule parse(String text, Place place) throws InvalidRules {
        return new RuleParser(text, place).rule();
    }

    Rule with(Severity other, List<Ignore> others) {
        return new Rule(text, place, metric, sum, methods, bound, other, others);
    }

    /** Whether noise takes part, so that one run a side can't decide. */
    public boolean needsRuns() {
        return bound.needsBase() && !metric.isExact();
    }
}
