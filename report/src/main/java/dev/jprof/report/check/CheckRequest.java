package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be checked.
 *
 * @param base profiles of the base's runs, the newest last; none if there is no base, and then rules that need one are left out
 * @param current profiles of the new runs, at least one; the i-th of both sides are a pair
 * @param stabilise whether new runs that differ in a count put it under quarantine, as base runs do
 * @param force whether to compare sides that were not recorded alike
 * @param today the day on which ignores hold or not
 */
public record CheckRequest(
        List<Path> base, List<Path> current, List<Rule> rules, boolean stabilise, boolean force, LocalDate today) {
    public CheckRequest {
        base = List.copyOf(base);
        current = List.copyOf(current);
        rules = List.copyOf(rules);
        if (current.isEmpty() || rules.isEmpty()) {
            throw new IllegalArgumentException("nothing to check");
        }
    }
}
