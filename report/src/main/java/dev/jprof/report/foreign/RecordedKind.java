package dev.jprof.report.foreign;

import dev.jprof.report.model.Metric;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import jdk.jfr.consumer.RecordedEvent;

/**
 * How an event with a stack is taken.
 *
 * @param metric what it adds to
 * @param amount how much
 */
record RecordedKind(Metric metric, ToLongFunction<RecordedEvent> amount) {
    private static final Map<String, RecordedKind> BY_EVENT = byEvent();

    private static final Set<Metric> OF_SAMPLES =
            Set.of(RecordedMetrics.EXECUTION, RecordedMetrics.CPU, RecordedMetrics.NATIVE, RecordedMetrics.WALL);

    /** By the event's name; others are of no use here. */
    static Map<String, RecordedKind> byName() {
        return BY_EVENT;
    }

    boolean isSample() {
        return OF_SAMPLES.contains(metric);
    }

    private static Map<String, RecordedKind> byEvent() {
        Map<String, RecordedKind> kinds = new HashMap<>();
        kinds.put("jdk.ExecutionSample", new RecordedKind(RecordedMetrics.EXECUTION, RecordedKind::one));
        kinds.put("jdk.CPUTimeSample", new RecordedKind(RecordedMetrics.CPU, RecordedKind::one));
        kinds.put("jdk.NativeMethodSample", new RecordedKind(RecordedMetrics.NATIVE, RecordedKind::one));
        kinds.put(SampledEvent.WALL_CLOCK, new RecordedKind(RecordedMetrics.WALL, field("samples", 1)));
        kinds.put("jdk.ThreadPark", new RecordedKind(RecordedMetrics.PARKED, RecordedKind::duration));
        kinds.put("jdk.ThreadSleep", new RecordedKind(RecordedMetrics.SLEPT, RecordedKind::duration));
        kinds.put("jdk.JavaMonitorEnter", new RecordedKind(RecordedMetrics.BLOCKED, RecordedKind::duration));
        kinds.put("jdk.JavaMonitorWait", new RecordedKind(RecordedMetrics.WAITED, RecordedKind::duration));
        kinds.put("jdk.SocketRead", new RecordedKind(RecordedMetrics.SOCKET, RecordedKind::duration));
        kinds.put("jdk.SocketWrite", new RecordedKind(RecordedMetrics.SOCKET, RecordedKind::duration));
        kinds.put("jdk.FileRead", new RecordedKind(RecordedMetrics.FILE, RecordedKind::duration));
        kinds.put("jdk.FileWrite", new RecordedKind(RecordedMetrics.FILE, RecordedKind::duration));
        kinds.put("jdk.FileForce", new RecordedKind(RecordedMetrics.FILE, RecordedKind::duration));
        kinds.put("jdk.ObjectAllocationSample", new RecordedKind(RecordedMetrics.ALLOCATED, field("weight", 0)));
        kinds.put("jdk.ObjectAllocationInNewTLAB", new RecordedKind(RecordedMetrics.TLAB, field("tlabSize", 0)));
        kinds.put(
                "jdk.ObjectAllocationOutsideTLAB", new RecordedKind(RecordedMetrics.TLAB, field("allocationSize", 0)));
        kinds.put("jdk.JavaExceptionThrow", new RecordedKind(RecordedMetrics.EXCEPTIONS, RecordedKind::one));
        return kinds;
    }

    private static ToLongFunction<RecordedEvent> field(String name, long absent) {
        return event -> event.hasField(name) ? Math.max(0, event.getLong(name)) : absent;
    }

    private static long one(RecordedEvent event) {
        return 1;
    }

    private static long duration(RecordedEvent event) {
        return Math.max(0, event.getDuration().toNanos());
    }
}
