package dev.jprof.report.model;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What merged profiles say of themselves. Every rule is associative and commutative: sums, extremes, unions, and for keys
 * without a rule what all profiles say alike; what differs is left out, and stays out whatever comes after.
 */
final class MetaMerge {
    private static final int MOST_SKIPPED = 1000;
    private static final List<String> SKIPPED_KEYS = List.of("class", "method", "desc", "reason");
    private static final Comparator<String> BY_TIME =
            Comparator.comparing(MetaMerge::instant).thenComparing(Comparator.naturalOrder());

    private static final Map<String, Rule> RULES = Map.ofEntries(
            entry("merged", integers(Math::addExact)),
            entry("attached", new Rule(attached -> attached, (a, b) -> (Boolean) a || (Boolean) b)),
            entry("reason", new Rule(reason -> reason, MetaMerge::reason)),
            entry("wallNs", integers(Math::addExact)),
            entry("truncated", integers(Math::addExact)),
            entry("stackless", integers(Math::addExact)),
            entry("start", new Rule(start -> start, (a, b) -> BY_TIME.compare((String) a, (String) b) <= 0 ? a : b)),
            entry("probeNs", largest()),
            entry("probeErrorNs", largest()),
            entry("leafProbeNs", largest()),
            entry("leafProbeErrorNs", largest()),
            entry("exactProbeNs", largest()),
            entry("exactProbeErrorNs", largest()),
            entry("exactProbeInsideNs", largest()),
            entry("setupNs", integers(Math::addExact)),
            entry("newPathNs", integers(Math::max)),
            entry("slowdown", largest()),
            entry("histogramsFull", new Rule(full -> full, (a, b) -> (Boolean) a || (Boolean) b)),
            entry("ticker", fields(tickerRules())),
            entry("classes", fields(Map.of("instrumented", Math::max, "skipped", Math::max))),
            entry("overflow", fields(Map.of("nodes", Math::max, "calls", Math::addExact))),
            entry("skipped", new Rule(MetaMerge::skipped, MetaMerge::union)));

    private MetaMerge() {}

    private static Map<String, LongBinaryOperator> tickerRules() {
        return Map.of(
                "ticks", Math::addExact,
                "meanNs", Math::max,
                "gaps", Math::addExact,
                "gapNs", Math::addExact,
                "longestGapNs", Math::max,
                "waitNs", Math::max);
    }

    /** Of a sum of which some part is unfinished, so is the whole. */
    private static Object reason(Object left, Object right) {
        if (left.equals(right)) {
            return left;
        }
        return Stream.of("snapshot", "stop")
                .filter(unfinished -> left.equals(unfinished) || right.equals(unfinished))
                .findFirst()
                .orElse("several");
    }

    /** How one key is brought into the form that merging leaves it in, and how two such forms are joined. */
    private record Rule(UnaryOperator<Object> canonical, BinaryOperator<Object> join) {}

    static Meta merge(List<Meta> metas) {
        Map<String, Object> merged = canonical(metas.get(0));
        for (Meta meta : metas.subList(1, metas.size())) {
            merged = join(merged, canonical(meta));
        }
        return new Meta(merged);
    }

    private static Map<String, Object> canonical(Meta meta) {
        Map<String, Object> canonical = new TreeMap<>(meta.values());
        canonical.putIfAbsent("merged", 1L);
        canonical.replaceAll((key, value) ->
                RULES.containsKey(key) ? RULES.get(key).canonical().apply(value) : sorted(value));
        return canonical;
    }

    private static Map<String, Object> join(Map<String, Object> left, Map<String, Object> right) {
        Map<String, Object> joined = common(left, right);
        RULES.forEach((key, rule) -> {
            Object a = left.get(key);
            Object b = right.get(key);
            if (a != null && b != null) {
                joined.put(key, rule.join().apply(a, b));
            } else if (a != null || b != null) {
                joined.put(key, a != null ? a : b);
            }
        });
        return joined;
    }

    // Entry by entry in maps within, as deep as the reader lets a document nest.
    private static Map<String, Object> common(Map<?, ?> left, Map<?, ?> right) {
        Map<String, Object> common = new TreeMap<>();
        left.forEach((key, a) -> {
            Object b = right.get(key);
            if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
                common.put((String) key, common(x, y));
            } else if (a.equals(b)) {
                common.put((String) key, a);
            }
        });
        return common;
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, member) -> sorted.put((String) key, sorted(member)));
            return sorted;
        }
        return value instanceof List<?> list
                ? list.stream().map(MetaMerge::sorted).toList()
                : value;
    }

    private static Rule integers(LongBinaryOperator join) {
        return new Rule(value -> ((Number) value).longValue(), (a, b) -> join.applyAsLong((Long) a, (Long) b));
    }

    private static Rule largest() {
        return new Rule(value -> ((Number) value).doubleValue(), (a, b) -> Math.max((Double) a, (Double) b));
    }

    private static Rule fields(Map<String, LongBinaryOperator> joins) {
        return new Rule(value -> knownFields((Map<?, ?>) value, joins), (left, right) -> {
            Map<String, Object> joined = new TreeMap<>();
            joins.forEach((key, join) -> {
                Object a = ((Map<?, ?>) left).get(key);
                Object b = ((Map<?, ?>) right).get(key);
                if (a instanceof Long x && b instanceof Long y) {
                    joined.put(key, join.applyAsLong(x, y));
                } else if (a != null || b != null) {
                    joined.put(key, a != null ? a : b);
                }
            });
            return joined;
        });
    }

    private static Object knownFields(Map<?, ?> value, Map<String, LongBinaryOperator> joins) {
        Map<String, Object> known = new TreeMap<>();
        for (String key : joins.keySet()) {
            if (value.get(key) instanceof Number number) {
                known.put(key, number.longValue());
            }
        }
        return known;
    }

    private static Object skipped(Object value) {
        TreeSet<List<String>> rows = new TreeSet<>(Comparator.comparing((List<String> row) -> row.get(0))
                .thenComparing(row -> row.get(1))
                .thenComparing(row -> row.get(2))
                .thenComparing(row -> row.get(3)));
        for (Object entry : (List<?>) value) {
            if (entry instanceof Map<?, ?> map) {
                rows.add(SKIPPED_KEYS.stream()
                        .map(key -> map.get(key) instanceof String text ? text : "")
                        .toList());
            }
        }
        return rows.stream().limit(MOST_SKIPPED).map(MetaMerge::skippedRow).toList();
    }

    private static Object skippedRow(List<String> row) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int column = 0; column < row.size(); column++) {
            String key = SKIPPED_KEYS.get(column);
            if (!row.get(column).isEmpty() || key.equals("class") || key.equals("reason")) {
                map.put(key, row.get(column));
            }
        }
        return map;
    }

    private static Object union(Object left, Object right) {
        List<Object> all = new ArrayList<>((List<?>) left);
        all.addAll((List<?>) right);
        return skipped(all);
    }

    // Without its Z, an ISO-8601 time is before those that it begins: 13:00:00 is before 13:00:00.5.
    private static String instant(String time) {
        return time.endsWith("Z") ? time.substring(0, time.length() - 1) : time;
    }
}
