package dev.jprof.agent.output;

import java.io.IOException;
import java.util.Map;

/** What every profile says of its making. Filled in by the session, field by field, before it is written. */
public class Origin {
    public String version = "";
    public String reason = "";
    public String clock = "";

    /** Milliseconds since 1970. */
    public long startMillis;

    public long wallNanos;
    public long pid;
    public Map<String, String> options;

    /** Whether somebody attached, so that when the recording began and ended was decided from outside. */
    public boolean attached;

    private final String mode;

    Origin(String mode) {
        this.mode = mode;
    }

    final void writeMaking(JsonWriter json) throws IOException {
        json.newLine().key("tool").text("jprof " + version);
        json.newLine().key("mode").text(mode);
        json.newLine().key("clock").text(clock);
        json.newLine().key("start").text(Instant.text(startMillis));
        json.newLine().key("wallNs").number(wallNanos);
        json.newLine().key("reason").text(reason);
        if (attached) {
            json.newLine().key("attached").bool(true);
        }
    }

    final void writeSurroundings(JsonWriter json) throws IOException {
        json.newLine().key("pid").number(pid);
        json.newLine().key("command").text(CommandName.of(property("sun.java.command")));
        writeMachine(json);
        json.newLine().key("options").beginObject();
        for (Map.Entry<String, String> option : options.entrySet()) {
            json.key(option.getKey()).text(option.getValue());
        }
        json.endObject();
        Comparability comparability = new Comparability(mode, clock, options, stretch());
        comparability.write(json, major(property("java.specification.version")));
    }

    /** Two recordings have no stretch in common unless they are one. */
    private String stretch() {
        return attached ? Instant.text(startMillis) + " for " + wallNanos + " ns" : "";
    }

    private static void writeMachine(JsonWriter json) throws IOException {
        json.newLine().key("jvm").beginObject().key("name").text(property("java.vm.name"));
        json.key("vendor").text(property("java.vendor")).key("version").text(property("java.runtime.version"));
        String specification = property("java.specification.version");
        json.key("major").number(major(specification)).endObject();
        json.newLine().key("os").beginObject().key("name").text(property("os.name"));
        json.key("arch").text(property("os.arch")).key("version").text(property("os.version"));
        json.key("cpus").number(Runtime.getRuntime().availableProcessors()).endObject();
    }

    private static long major(String specification) {
        String number = specification.startsWith("1.") ? specification.substring(2) : specification;
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException unusual) {
            return 0;
        }
    }

    static String property(String name) {
        return System.getProperty(name, "");
    }
}
