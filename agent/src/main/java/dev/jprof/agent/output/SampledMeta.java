package dev.jprof.agent.output;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a sampled profile says of its making. */
public final class SampledMeta extends Origin {
    /** {@code jfr}, {@code stacks} or {@code async}. */
    public String engine = "";

    /** What was looked at, the event that stands for time first. */
    public List<String> events;

    public Set<SampledMetric> metrics;

    public long intervalNanos;

    /** How long a wait must be to be seen, in nanoseconds by event. */
    public Map<String, Long> thresholds;

    /** How long it took to begin. */
    public long startNanos;

    /** Samples without a stack. */
    public long stackless;

    /** What is known to be wrong with it. */
    public String bias = "";

    public SampledMeta() {
        super("sample");
    }

    void write(JsonWriter json, SampledTree tree) throws IOException {
        json.key("meta").beginObject();
        writeMaking(json);
        writeSurroundings(json);
        json.newLine().key("event").text(events.get(0));
        json.newLine().key("intervalNs").number(intervalNanos);
        json.newLine().key("truncated").number(tree.truncatedStacks());
        json.newLine().key("stackless").number(stackless);
        json.newLine().key("sampling").beginObject().key("engine").text(engine);
        json.key("samples").number(tree.sum(SampledMetric.SAMPLES));
        json.key("startNs").number(startNanos);
        json.newLine().key("events").beginArray();
        for (String event : events) {
            json.text(event);
        }
        json.endArray().newLine().key("thresholdsNs").beginObject();
        for (Map.Entry<String, Long> threshold : thresholds.entrySet()) {
            json.key(threshold.getKey()).number(threshold.getValue().longValue());
        }
        json.endObject().newLine().key("bias").text(bias).endObject();
        if (tree.overflowed() > 0) {
            json.newLine().key("overflow").beginObject().key("nodes").number(tree.budget());
            json.key("samples").number(tree.overflowed()).endObject();
        }
        json.newLine().endObject();
    }

    /** The same in short, for somebody who asks while the program runs. */
    public void describe(SampledTree tree, Map<String, String> lines) {
        lines.put("start", Instant.text(startMillis));
        lines.put("wallNs", String.valueOf(wallNanos));
        lines.put("engine", engine);
        lines.put("event", events.get(0));
        lines.put("intervalNs", String.valueOf(intervalNanos));
        lines.put("startNs", String.valueOf(startNanos));
        synchronized (tree) {
            lines.put("samples", String.valueOf(tree.sum(SampledMetric.SAMPLES)));
            lines.put("nodes", String.valueOf(tree.paths()));
        }
    }
}
