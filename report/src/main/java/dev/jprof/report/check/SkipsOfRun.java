package dev.jprof.report.check;

import static java.util.stream.Collectors.groupingBy;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.model.Skip;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What ran without probes in one run.
 *
 * @param byClass by the names of classes
 */
record SkipsOfRun(Map<String, List<Skip>> byClass) {
    static SkipsOfRun of(ValuesOfRun run) {
        return new SkipsOfRun(Skip.of(run.meta()).stream().collect(groupingBy(Skip::className)));
    }

    boolean isEmpty() {
        return byClass.isEmpty();
    }

    /** What is missing in a subject of a rule, with the reasons. */
    SortedMap<String, String> of(Rule rule, Subject subject) {
        if (subject.sum()) {
            return meantBy(rule);
        }
        TreeMap<String, String> reasons = new TreeMap<>();
        String className =
                subject.name().substring(0, Math.max(0, subject.name().lastIndexOf('.')));
        for (Skip skip : byClass.getOrDefault(className, List.of())) {
            if (skip.isWholeClass() || skip.qualifiedName().equals(subject.name()) && isMeant(rule, skip)) {
                reasons.put(skip.printed(), skip.reason());
            }
        }
        return reasons;
    }

    /** What a rule means, with the reasons. */
    SortedMap<String, String> meantBy(Rule rule) {
        TreeMap<String, String> reasons = new TreeMap<>();
        for (List<Skip> skips : byClass.values()) {
            for (Skip skip : skips) {
                if (isMeant(rule, skip)) {
                    reasons.put(skip.printed(), skip.reason());
                }
            }
        }
        return reasons;
    }

    private static boolean isMeant(Rule rule, Skip skip) {
        return rule.methods().matches(skip.qualifiedName(), skip.descriptor());
    }
}
