package dev.jprof.agent.output;

import java.io.IOException;
import java.util.Map;

/**
 * What two profiles must have in common before their numbers are compared: for counts what was run and what of it was recorded,
 * for times the machine and the clock as well. The program's arguments go in as a digest only.
 */
final class Comparability {
    /** Options that decide which calls are counted; the others do not change counts. */
    private static final String[] FILTER = {"include", "exclude", "jdk", "delay", "duration"};

    private final String mode;
    private final String clock;
    private final Map<String, String> options;
    private final String stretch;

    /** @param stretch what was recorded of a program that somebody attached to; empty for a whole run */
    Comparability(String mode, String clock, Map<String, String> options, String stretch) {
        this.mode = mode;
        this.clock = clock;
        this.options = options;
        this.stretch = stretch;
    }

    void write(JsonWriter json, long javaMajor) throws IOException {
        json.newLine().key("comparability").beginObject();
        json.key("counts").beginObject().key("mode").text(mode).key("filter").text(filter());
        String command = System.getProperty("sun.java.command", "");
        if (!command.isEmpty()) {
            json.key("workload").text(Sha256.of(CommandName.arguments(command)));
        }
        if (!stretch.isEmpty()) {
            json.key("stretch").text(stretch);
        }
        json.endObject();
        json.key("times").beginObject().key("machine").text(machine());
        json.key("clock").text(clock).key("jdk").number(javaMajor).endObject();
        json.endObject();
    }

    /** As agent arguments, defaults left out but for what all filters have. */
    private String filter() {
        StringBuilder filter = new StringBuilder();
        for (String option : FILTER) {
            String value = options.get(option);
            if (value != null) {
                filter.append(filter.length() == 0 ? "" : ",")
                        .append(option)
                        .append('=')
                        .append(value);
            }
        }
        return filter.length() == 0 ? "include=*" : filter.toString();
    }

    private static String machine() {
        String model = "";
        try {
            model = Processor.model();
        } catch (RuntimeException denied) {
            // A security manager may forbid to look.
        }
        return (model.isEmpty() ? "unknown processor" : model) + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name", "") + " "
                + System.getProperty("os.arch", "");
    }
}
