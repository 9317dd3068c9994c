package dev.jprof.cli;

import dev.jprof.cli.attach.JvmStatus;
import dev.jprof.report.io.Json;
import java.util.List;

/** What programs are told of a recording in another JVM: what the agent says, as numbers where it is numbers. */
final class StatusJson {
    private static final List<String> TEXTS = List.of("command", "version", "start", "file", "engine", "event", "note");
    private static final List<String> COUNTS = List.of(
            "wallNs",
            "calls",
            "samples",
            "nodes",
            "classes",
            "skipped",
            "batches",
            "restored",
            "longestBatchNs",
            "intervalNs",
            "startNs");
    private static final List<String> DECIMALS = List.of("probeNs", "slowdown");

    private StatusJson() {}

    static void write(long pid, JvmStatus status, Json json) {
        json.startObject().field("format", "jprof-status/1").field("pid", pid);
        json.field("recording", status.recording());
        if (!status.recording().equals("no")) {
            json.field("mode", status.isSampled() ? "sample" : "instrument");
            json.key("options").startObject();
            status.options().forEach(json::field);
            json.endObject();
        }
        TEXTS.stream().filter(key -> !status.text(key).isEmpty()).forEach(key -> json.field(key, status.text(key)));
        COUNTS.stream().filter(status::has).forEach(key -> json.field(key, (long) status.number(key)));
        DECIMALS.stream().filter(status::has).forEach(key -> json.field(key, status.number(key)));
        json.endObject();
    }
}
