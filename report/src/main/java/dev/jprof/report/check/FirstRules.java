package dev.jprof.report.check;

import dev.jprof.report.model.JoinedMethods;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A first jprof.yml for a program that was profiled once: it holds for that profile. */
public final class FirstRules {
    private static final int METHODS = 3;
    /** Percentage points by which a share may be larger than today. */
    private static final int MORE_SHARE = 5;

    private static final int ALL = 100;
    /** Names that a rule and YAML can hold as they are. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.$<>-]+");

    private FirstRules() {}

    /** {@code file} is what the comments call the profile. */
    public static String of(Profile profile, String file) {
        List<MethodStats> all = MethodTable.of(
                        JoinedMethods.of(KeyedProfile.of(profile).profile(), Method::qualifiedName))
                .rows();
        List<MethodStats> rows = all.stream()
                .filter(row -> row.method().kind() == Method.Kind.JAVA)
                .filter(row -> PLAIN.matcher(row.method().qualifiedName()).matches())
                .toList();
        if (rows.isEmpty()) {
            throw new UsageException(Printable.of(file)
                    + " holds no method whose name a rule can hold as it is; write rules by hand, with a * for other"
                    + " characters, or record with other filters");
        }
        StringBuilder text = new StringBuilder();
        text.append("# What a change may not do to this program. First written from ")
                .append(Printable.of(file));
        text.append(";\n# docs/ci.md of jprof explains every word.\n");
        text.append("#   jprof check --base BASE --new NEW\n");
        text.append("rules:\n");
        String pattern = packagePattern(rows);
        if (profile.tree().weight().equals(Metric.SELF)) {
            counts(rows, pattern, text);
            times(rows, "self", "+10%", text);
            exception("calls(" + pattern + ") <= +0%", pattern, text);
        } else {
            long whole = all.stream().mapToLong(MethodStats::self).sum();
            share(rows, whole, text);
            times(rows, "share", "+2pp", text);
            exception("share(" + pattern + ") <= +2pp", pattern, text);
        }
        return text.toString();
    }

    private static void counts(List<MethodStats> rows, String pattern, StringBuilder text) {
        text.append(
                "  # No method is called more often than in the base. Calls are counted, so one run a side is enough;\n");
        text.append(
                "  # methods whose counts vary by themselves are found by --stabilise, or by several runs of the base.\n");
        text.append("  - calls(").append(pattern).append(") <= +0%\n");
        rows.stream()
                .filter(row -> row.calls() > 0)
                .max(Comparator.comparingLong(MethodStats::calls))
                .ifPresent(row -> budget(row, text));
    }

    private static void times(List<MethodStats> rows, String metric, String bound, StringBuilder text) {
        List<MethodStats> timed =
                largest(rows).filter(row -> row.self() > 0).limit(METHODS).toList();
        if (timed.isEmpty()) {
            return;
        }
        text.append("\n  # Times need several runs a side (jprof record-runs). Take the # away where you have them.\n");
        for (MethodStats row : timed) {
            text.append("  # - ").append(metric).append('(').append(row.method().qualifiedName());
            text.append(") <= ").append(bound).append('\n');
        }
    }

    /** Of the methods with most samples of their own the first that could take so much more. */
    private static void share(List<MethodStats> rows, long whole, StringBuilder text) {
        MethodStats most = largest(rows)
                .filter(row -> shareBudget(row, whole) < ALL)
                .findFirst()
                .orElseGet(() -> largest(rows).findFirst().orElseThrow());
        text.append("  # A budget needs no base: what a method with many samples takes today, and ")
                .append(MORE_SHARE)
                .append(" points more.\n");
        text.append("  - share(").append(most.method().qualifiedName()).append(") <= ");
        text.append(Math.min(ALL, shareBudget(most, whole))).append("%\n");
    }

    private static long shareBudget(MethodStats row, long whole) {
        return MORE_SHARE + (long) Math.ceil((double) ALL * row.total() / Math.max(1, whole));
    }

    private static Stream<MethodStats> largest(List<MethodStats> rows) {
        return rows.stream().sorted(Comparator.comparingLong(MethodStats::self).reversed());
    }

    private static void exception(String rule, String pattern, StringBuilder text) {
        text.append("\n  # Methods may break a rule for a while, with a reason that reports show:\n");
        text.append("  # - rule: ").append(rule).append('\n');
        text.append("  #   severity: warning\n");
        text.append("  #   ignore:\n");
        text.append("  #     - method: '").append(pattern).append("'\n");
        text.append("  #       reason: why it may\n");
        text.append("  #       until: YEAR-MONTH-DAY\n");
    }

    private static void budget(MethodStats row, StringBuilder text) {
        text.append("\n  # A budget needs no base: this is what the method called most often takes today.\n");
        text.append("  - calls(").append(row.method().qualifiedName());
        text.append(") <= ").append(row.calls()).append('\n');
    }

    /** The package in which most methods are, or one above: {@code com.acme.*}. */
    private static String packagePattern(List<MethodStats> rows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (MethodStats row : rows) {
            String name = row.method().className();
            int dot = name.lastIndexOf('.');
            counts.merge(dot < 0 ? "" : name.substring(0, dot + 1), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse("")
                + "*";
    }
}
