package dev.jprof.cli.attach;

import java.util.Map;
import java.util.TreeMap;

/** What the agent in a JVM says of its recording. Numbers that it did not say are 0. */
public record JvmStatus(Map<String, String> lines) {
    private static final String OPTION = "option.";

    /** {@code no}, {@code delayed}, {@code yes} or {@code ended}. */
    public String recording() {
        return text("recording");
    }

    /** Whether stacks are looked at instead of calls being counted. */
    public boolean isSampled() {
        return !text("engine").isEmpty();
    }

    /** The options that differ from the defaults, by key. */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        lines.forEach((key, value) -> {
            if (key.startsWith(OPTION)) {
                options.put(key.substring(OPTION.length()), value);
            }
        });
        return options;
    }

    public boolean has(String key) {
        return lines.containsKey(key);
    }

    public String text(String key) {
        return lines.getOrDefault(key, "");
    }

    public double number(String key) {
        String text = text(key);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
