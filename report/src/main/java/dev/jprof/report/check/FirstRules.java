package dev.jprof.report.check;

import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A first jprof.yml for a program that was profiled once: it holds for that profile. */
public final class FirstRules {
    private static final int METHODS = 3;
    /** Names that a rule and YAML can hold as they are. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_.$<>-]+");

    private FirstRules() {}

    /** {@code file} is what the comments call the profile. */
    public static String of(Profile profile, String file) {
        List<MethodStats> rows = MethodTable.of(KeyedProfile.of(profile).profile()).rows().stream()
                .filter(row -> row.method().kind() == Method.Kind.JAVA)
                .filter(row -> PLAIN.matcher(row.method().qualifiedName()).matches())
                .toList();
        if (rows.isEmpty()) {
            throw new UsageException(
                    Printable.of(file) + " holds no method that a rule could speak of; record with other filters");
        }
        StringBuilder text = new StringBuilder();
        text.append("# What a change may not do to this program. First written from ")
                .append(Printable.of(file));
        text.append(";\n# docs/ci.md of jprof explains every word.\n");
        text.append("#   jprof check --base BASE --new NEW\n");
        text.append("rules:\n");
        String all = packagePattern(rows);
        text.append(
                "  # No method is called more often than in the base. Calls are counted, so one run a side is enough;\n");
        text.append(
                "  # methods whose counts vary by themselves are found by --stabilise, or by several runs of the base.\n");
        text.append("  - calls(").append(all).append(") <= +0%\n");
        rows.stream()
                .filter(row -> row.calls() > 0)
                .sorted(Comparator.comparingLong(MethodStats::calls).reversed())
                .limit(1)
                .forEach(row -> budget(row, rows, text));
        if (rows.stream().anyMatch(row -> row.self() > 0)) {
            text.append(
                    "\n  # Times need several runs a side (jprof record-runs). Take the # away where you have them.\n");
            rows.stream()
                    .sorted(Comparator.comparingLong(MethodStats::self).reversed())
                    .map(row -> row.method().qualifiedName())
                    .distinct()
                    .limit(METHODS)
                    .forEach(name -> text.append("  # - self(").append(name).append(") <= +10%\n"));
        }
        text.append("\n  # Methods may break a rule for a while, with a reason that reports show:\n");
        text.append("  # - rule: calls(").append(all).append(") <= +0%\n");
        text.append("  #   severity: warning\n");
        text.append("  #   ignore:\n");
        text.append("  #     - method: ").append(all).append('\n');
        text.append("  #       reason: why it may\n");
        text.append("  #       until: YEAR-MONTH-DAY\n");
        return text.toString();
    }

    private static void budget(MethodStats row, List<MethodStats> rows, StringBuilder text) {
        String name = row.method().qualifiedName();
        long calls = rows.stream()
                .filter(other -> other.method().qualifiedName().equals(name))
                .mapToLong(MethodStats::calls)
                .sum();
        text.append("\n  # A budget needs no base: this is what the method called most often takes today.\n");
        text.append("  - calls(").append(name).append(") <= ").append(calls).append('\n');
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
