package dev.jprof.report.foreign;

import dev.jprof.report.model.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;

/** What a recording says of its own making. */
final class RecordingSettings {
    private final Map<Long, Duration> intervals = new HashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private String tool = "JDK Flight Recorder";
    private Duration wall = Duration.ZERO;
    private Duration ofEvent = Duration.ZERO;
    private boolean eventIsWall;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    void see(RecordedEvent event) {
        EventType type = event.getEventType();
        ids.putIfAbsent(type.getName(), type.getId());
        Instant start = event.getStartTime();
        Instant end = event.getEndTime();
        first = start.isBefore(first) ? start : first;
        last = end.isAfter(last) ? end : last;
        switch (type.getName()) {
            case "jdk.ActiveSetting" -> setting(event);
            case "jdk.JVMInformation" -> jvm(event);
            case "jdk.CPUTimeSample" -> samplingPeriod(event);
            default -> {}
        }
    }

    /** Several recordings at a time sample at the shortest interval that one of them asks for. */
    private void setting(RecordedEvent event) {
        String setting = event.getString("name");
        String value = event.getString("value");
        long id = event.getLong("id");
        if (setting == null || value == null) {
            return;
        }
        if (setting.equals("version") && value.matches("\\d+(\\.\\d+)*")) {
            tool = "async-profiler " + value;
        }
        if (setting.equals("period") || setting.equals("interval")) {
            put(id, SettingText.interval(value));
        }
        ofWallClock(setting, value);
    }

    /** async-profiler keeps this under another event: as {@code wall=}, or as the interval of what {@code event=} says. */
    private void ofWallClock(String setting, String value) {
        switch (setting) {
            case "wall" -> wall = SettingText.interval(value);
            case "interval" -> ofEvent = SettingText.interval(value);
            case "event" -> eventIsWall = value.equals("wall");
            default -> {}
        }
    }

    private void samplingPeriod(RecordedEvent event) {
        if (event.hasField("samplingPeriod")) {
            put(event.getEventType().getId(), event.getDuration("samplingPeriod"));
        }
    }

    private void put(long id, Duration interval) {
        if (!interval.isZero() && !interval.isNegative()) {
            intervals.merge(id, interval, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }

    private void jvm(RecordedEvent event) {
        String name = event.getString("jvmName");
        String version = event.getString("jvmVersion");
        if (name != null && version != null) {
            values.put("jvm", Map.of("name", name, "version", version.replaceFirst("^.*?\\(([^)]*)\\).*$", "$1")));
        }
        if (event.getString("javaArguments") != null) {
            String command = event.getString("javaArguments").strip().split("\\s+", 2)[0];
            values.put("command", command.substring(command.lastIndexOf('/') + 1));
        }
        if (event.hasField("pid")) {
            values.put("pid", Math.max(0, event.getLong("pid")));
        }
    }

    /** What one sample of an event stands for; zero when the recording does not say. */
    Duration interval(String event) {
        if (event.equals(SampledEvent.WALL_CLOCK)) {
            return wall.isZero() && eventIsWall ? ofEvent : wall;
        }
        Long id = ids.get(event);
        return id == null ? Duration.ZERO : intervals.getOrDefault(id, Duration.ZERO);
    }

    Meta meta(String event, Map<String, Long> sampling) {
        Map<String, Object> all =
                new LinkedHashMap<>(Origin.of("jfr", tool, event, sampling).values());
        if (first.isBefore(last)) {
            all.put("start", first.toString());
            all.put("wallNs", Duration.between(first, last).toNanos());
        }
        all.putAll(values);
        return new Meta(all);
    }
}
