package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.model.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Classes and methods that ran without probes in some run of a side: a profile has no calls of them, and that is not none.
 *
 * @param skips what the profiles' meta say, with {@code method} empty for a whole class
 */
record Unprobed(List<Skip> skips) {
    /** One of them; the reason is the agent's. */
    record Skip(String className, String method, String descriptor, String reason) {
        private String name() {
            return className + "." + method;
        }

        private boolean isOf(Rule rule, Subject subject) {
            if (!subject.sum()) {
                return method.isEmpty()
                        ? subject.name().startsWith(name())
                        : subject.name().equals(name()) && rule.methods().matches(name(), descriptor);
            }
            return rule.methods().matches(name(), descriptor);
        }
    }

    static Unprobed in(Side side) {
        List<Skip> skips = new ArrayList<>();
        side.runs().forEach(run -> add(run.meta(), skips));
        return new Unprobed(skips.stream().distinct().toList());
    }

    private static void add(Meta meta, List<Skip> skips) {
        for (Object stored : meta.values().get("skipped") instanceof List<?> all ? all : List.of()) {
            if (stored instanceof Map<?, ?> skip) {
                skips.add(
                        new Skip(text(skip, "class"), text(skip, "method"), text(skip, "desc"), text(skip, "reason")));
            }
        }
    }

    private static String text(Map<?, ?> skip, String key) {
        return skip.get(key) instanceof String text ? text : "";
    }

    /** Why calls of what a rule judges are missing, if some are. */
    Optional<String> reason(Rule rule, Subject subject) {
        return skips.stream()
                .filter(skip -> skip.isOf(rule, subject))
                .map(Skip::reason)
                .findFirst();
    }

    /** The reasons by the names of all methods, and of classes as a whole, that a rule means. */
    TreeMap<String, String> meantBy(Rule rule) {
        TreeMap<String, String> reasons = new TreeMap<>();
        for (Skip skip : skips) {
            if (rule.methods().matches(skip.name(), skip.descriptor())) {
                reasons.put(skip.method().isEmpty() ? skip.className() : skip.name(), skip.reason());
            }
        }
        return reasons;
    }
}
