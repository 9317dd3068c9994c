package dev.jprof.report.foreign;

import dev.jprof.report.model.Metric;
import java.util.List;
import java.util.Set;

/**
 * The event whose samples stand for time: of those that a recording has the one that sees most.
 *
 * @param metric in which they were counted
 */
record SampledEvent(String name, Metric metric) {
    static final String WALL_CLOCK = "profiler.WallClockSample";

    private static final List<SampledEvent> BEST_FIRST = List.of(
            new SampledEvent("jdk.CPUTimeSample", RecordedMetrics.CPU),
            new SampledEvent("jdk.ExecutionSample", RecordedMetrics.EXECUTION),
            new SampledEvent(WALL_CLOCK, RecordedMetrics.WALL));

    private static final SampledEvent NONE = new SampledEvent("", Metric.SAMPLES);

    /** Without a name if the recording has none. */
    static SampledEvent of(Set<Metric> recorded) {
        return BEST_FIRST.stream()
                .filter(event -> recorded.contains(event.metric()))
                .findFirst()
                .orElse(NONE);
    }
}
