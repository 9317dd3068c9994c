package dev.jprof.report.foreign;

import dev.jprof.report.model.Meta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What an imported profile says of where it comes from. */
final class Origin {
    private Origin() {}

    /** @param event what was sampled, empty where the file does not say */
    static Meta of(String format, String tool, String event) {
        return of(format, tool, event, Map.of());
    }

    /** @param sampling what else there is to say of the samples; zeros are left out */
    static Meta of(String format, String tool, String event, Map<String, Long> sampling) {
        Map<String, Object> source = new TreeMap<>();
        source.put("format", format);
        if (!tool.isEmpty()) {
            source.put("tool", tool);
        }
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("mode", "import");
        meta.put("source", source);
        if (!event.isEmpty()) {
            meta.put("event", event);
        }
        sampling.forEach((key, value) -> {
            if (value > 0) {
                meta.put(key, value);
            }
        });
        meta.put(
                "comparability",
                Map.of("counts", Map.of("mode", "import " + format + (event.isEmpty() ? "" : " " + event))));
        return new Meta(meta);
    }
}
