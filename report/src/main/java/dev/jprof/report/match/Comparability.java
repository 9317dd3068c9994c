package dev.jprof.report.match;

import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Metric;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of two profiles can be laid beside each other: what {@code comparability} in their meta says, entry by entry.
 * Of profiles that are older than this entry, their clock and JVM are judged alone.
 *
 * @param differences entries that differ, and those that one profile has and the other has not
 * @param unknown entries that neither has
 */
public record Comparability(List<Difference> differences, List<String> unknown) {
    private static final String STRETCH = "stretch";

    /** What several recordings that were added up have for it; two such sums have nothing in common. */
    private static final String SEVERAL = "several";

    private static final String SESSION = "a session";

    /** Reasons of writing a profile while the program runs. */
    private static final Set<String> UNFINISHED = Set.of("snapshot", "stop");

    private static final List<String> COUNTS = List.of("mode", "filter", "workload", STRETCH, "merged");
    private static final List<String> TIMES = List.of("machine", "clock", "jdk");

    /** What kind of number is compared. */
    public enum Numbers {
        /** Calls. */
        COUNTS,
        /** Self, total, their shares, and durations of calls. */
        TIMES,
        /** Allocated bytes. */
        BYTES;

        private boolean dependOn(String field) {
            return switch (this) {
                case COUNTS -> Comparability.COUNTS.contains(field);
                case TIMES -> true;
                case BYTES -> Comparability.COUNTS.contains(field) || field.equals("jdk");
            };
        }
    }

    /**
     * One entry in which two profiles differ.
     *
     * @param field its name: mode, filter, workload, stretch, machine, clock, jdk, or merged for how many profiles were added up
     * @param base what the base says; empty where it says nothing
     * @param current what the other one says
     */
    public record Difference(String field, String base, String current) {
        boolean spoils(Numbers numbers) {
            return numbers.dependOn(field);
        }

        /** {@code clock differs (wall and cpu)}. */
        @Override
        public String toString() {
            if (base.isEmpty() || current.isEmpty()) {
                return field + " is known of the " + (base.isEmpty() ? "new" : "base") + " profile only";
            }
            return field + " differs (" + shown(base) + " and " + shown(current) + ")" + hint();
        }

        private String shown(String value) {
            return field.equals("workload") && value.length() > 8 ? value.substring(0, 8) : value;
        }

        private String hint() {
            return switch (field) {
                case "workload" -> ": the program was given other arguments";
                case STRETCH ->
                    (base + current).contains(SESSION)
                            ? ": a session is a part of a run"
                            : ": what a running program was seen to do depends on when somebody attached, stopped or took a snapshot";
                case "merged" -> ": so many profiles were added up";
                default -> "";
            };
        }
    }

    public Comparability {
        differences = List.copyOf(differences);
        unknown = List.copyOf(unknown);
    }

    public static Comparability of(Meta base, Meta current) {
        Map<String, String> left = entries(base);
        Map<String, String> right = entries(current);
        Set<String> fields = new LinkedHashSet<>(COUNTS);
        fields.addAll(TIMES);
        fields.addAll(left.keySet());
        fields.addAll(right.keySet());
        List<Difference> differences = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String field : fields) {
            String a = left.getOrDefault(field, "");
            String b = right.getOrDefault(field, "");
            if (!a.equals(b) || field.equals(STRETCH) && a.equals(SEVERAL)) {
                differences.add(new Difference(field, a, b));
            } else if (a.isEmpty()) {
                unknown.add(field);
            }
        }
        return new Comparability(differences, unknown);
    }

    /**
     * Refuses what no {@code --force} makes comparable.
     *
     * @param weights what {@linkplain dev.jprof.report.model.CallTree#weight the times} of all runs are
     * @throws UsageException if they are not all of one kind
     */
    public static void refuseTwoKinds(Stream<Metric> weights) {
        Set<Metric> kinds = weights.collect(Collectors.toSet());
        if (kinds.size() > 1) {
            throw new UsageException(
                    kinds.contains(Metric.SELF)
                            ? "some of the profiles were instrumented and others sampled: these have no calls, and their"
                                    + " times are estimates; record all alike"
                            : "samples of some of the profiles stand for time and those of others do not; import all alike");
        }
    }

    /** What stands against comparing some kind of number; empty if nothing does. */
    public List<Difference> against(Numbers numbers) {
        Predicate<Difference> spoils = difference -> difference.spoils(numbers);
        return differences.stream().filter(spoils).toList();
    }

    /** The same, one line each, for those who compare them all the same. */
    public List<String> warnings(Numbers numbers) {
        return against(numbers).stream()
                .map(difference -> "compared all the same: " + Printable.of(difference.toString()))
                .toList();
    }

    /** What neither profile says of what some kind of number depends on. */
    public List<String> unknown(Numbers numbers) {
        return unknown.stream().filter(numbers::dependOn).toList();
    }

    private static Map<String, String> entries(Meta meta) {
        Map<String, String> entries = new TreeMap<>();
        if (meta.values().get("comparability") instanceof Map<?, ?> stored) {
            stored.values().forEach(group -> putAll(entries, group));
        } else {
            entries.put("mode", meta.text("mode", ""));
            entries.put("clock", meta.text("clock", ""));
            entries.put("jdk", meta.values().get("jvm") instanceof Map<?, ?> jvm ? text(jvm.get("major")) : "");
        }
        entries.putIfAbsent(STRETCH, stretch(meta));
        entries.put("merged", Long.toString(meta.integer("merged", 1)));
        return entries;
    }

    /** Snapshots, and what a program wrote that ran on, end when somebody asked, or when the program was killed. */
    private static String stretch(Meta meta) {
        if (Boolean.TRUE.equals(meta.values().get("attached"))) {
            return SEVERAL;
        }
        String reason = meta.text("reason", "");
        if (UNFINISHED.contains(reason)) {
            return meta.text("start", "") + " for " + meta.integer("wallNs", 0) + " ns";
        }
        if (!reason.equals("session")) {
            return "the whole run";
        }
        return meta.text("scope", "").equals("thread") ? SESSION + " of one thread" : SESSION + " of the whole JVM";
    }

    private static void putAll(Map<String, String> entries, Object group) {
        if (group instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entries.put((String) key, text(value)));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }
}
