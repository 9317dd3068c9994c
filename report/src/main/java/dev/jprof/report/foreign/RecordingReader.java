package dev.jprof.report.foreign;

import dev.jprof.report.io.ProfileFormatException;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** A recording of JDK Flight Recorder, read event by event; only its call tree is kept. */
final class RecordingReader {
    private final Path name;
    private final RecordedStacks stacks;
    private final RecordingSettings settings = new RecordingSettings();
    private final MethodTimings timings = new MethodTimings();
    private final Map<Metric, Long> samples = new HashMap<>();
    private final Map<Metric, Long> stackless = new HashMap<>();
    private final Map<Metric, Long> truncated = new HashMap<>();

    RecordingReader(Path name) {
        this.name = name;
        List<Metric> metrics = new ArrayList<>(List.of(Metric.SAMPLES, Metric.SAMPLED));
        metrics.addAll(RecordedMetrics.ALL);
        this.stacks = new RecordedStacks(metrics);
    }

    Profile read(Path file) throws ProfileFormatException {
        Chunks.check(name, file);
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                take(recording.readEvent());
            }
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw new ProfileFormatException(
                    name, "is a damaged or unfinished JFR recording (" + reason(damaged) + "); record it again");
        }
        Profile profile = profile();
        if (profile.tree().size() == 0) {
            throw new ProfileFormatException(
                    name, "has no event with a stack that jprof reads; record with settings=profile");
        }
        return profile;
    }

    private static String reason(Throwable damaged) {
        return damaged.getMessage() == null ? damaged.getClass().getSimpleName() : damaged.getMessage();
    }

    private void take(RecordedEvent event) {
        String type = event.getEventType().getName();
        settings.see(event);
        RecordedKind kind = RecordedKind.byName().get(type);
        if (kind != null) {
            add(kind, event);
        } else if (type.equals("jdk.MethodTiming")) {
            timings.see(event);
        } else if (type.equals("jdk.MethodTrace")) {
            RecordedStackTrace stack = event.getStackTrace();
            int node = stack == null ? stacks.thread(event) : stacks.node(event, stack);
            int traced = stacks.child(node, event.getValue("method"));
            stacks.tree().add(traced, RecordedMetrics.TRACES, 1);
            stacks.tree()
                    .add(traced, RecordedMetrics.TRACED, event.getDuration().toNanos());
        }
    }

    private void add(RecordedKind kind, RecordedEvent event) {
        long amount = kind.amount().applyAsLong(event);
        RecordedStackTrace stack = event.getStackTrace();
        boolean hasStack = stack != null && !stack.getFrames().isEmpty();
        if (kind.isSample() && !hasStack) {
            stackless.merge(kind.metric(), amount, Long::sum);
            return;
        }
        if (hasStack && stack.isTruncated()) {
            truncated.merge(kind.metric(), amount, Long::sum);
        }
        samples.merge(kind.metric(), amount, Long::sum);
        int node = hasStack ? stacks.node(event, stack) : stacks.thread(event);
        stacks.tree().add(node, kind.metric(), amount);
    }

    private Profile profile() {
        timings.addTo(stacks);
        SampledEvent event = SampledEvent.of(samples.keySet());
        Duration interval = settings.interval(event.name());
        Map<String, Long> sampling = new HashMap<>();
        sampling.put("intervalNs", interval.toNanos());
        sampling.put("truncated", truncated.getOrDefault(event.metric(), 0L));
        sampling.put("stackless", stackless.getOrDefault(event.metric(), 0L));
        // The same one twice where the recording has none that stands for time.
        Set<Metric> always = new HashSet<>(List.of(Metric.SAMPLES, event.metric()));
        Profile all = stacks.tree().build(settings.meta(event.name(), sampling), always);
        return new RecordedColumns(all).with(event.metric(), interval.toNanos());
    }
}
