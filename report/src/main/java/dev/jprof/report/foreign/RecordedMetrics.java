package dev.jprof.report.foreign;

import dev.jprof.report.model.Metric;
import java.util.List;

/** What is kept of the events of a recording. */
final class RecordedMetrics {
    /** Time at the end of a method's stack that is no time of a processor. */
    static final Metric PARKED = new Metric("parked", "ns");

    static final Metric SLEPT = new Metric("slept", "ns");
    static final Metric BLOCKED = new Metric("blocked", "ns");
    static final Metric WAITED = new Metric("waited", "ns");
    static final Metric SOCKET = new Metric("socket", "ns");
    static final Metric FILE = new Metric("file", "ns");

    /** Samples of events that are not the one that stands for time. */
    static final Metric EXECUTION = new Metric("execution", "count");

    static final Metric CPU = new Metric("cpu", "count");
    static final Metric NATIVE = new Metric("native", "count");
    static final Metric WALL = new Metric("wall", "count");

    static final Metric ALLOCATED = new Metric("allocated", "bytes");

    /** New buffers of threads, and what did not fit into one: stands for what is allocated where there are no samples of that. */
    static final Metric TLAB = new Metric("tlab", "bytes");

    static final Metric EXCEPTIONS = new Metric("exceptions", "count");

    /** What the JVM counted and timed itself: calls of methods, and the time from entry to exit. */
    static final Metric INVOCATIONS = new Metric("invocations", "count");

    static final Metric INVOKED = new Metric("invoked", "ns");

    static final Metric TRACES = new Metric("traces", "count");
    static final Metric TRACED = new Metric("traced", "ns");

    static final List<Metric> ALL = List.of(
            CPU,
            EXECUTION,
            WALL,
            NATIVE,
            PARKED,
            SLEPT,
            BLOCKED,
            WAITED,
            SOCKET,
            FILE,
            ALLOCATED,
            TLAB,
            EXCEPTIONS,
            INVOCATIONS,
            INVOKED,
            TRACES,
            TRACED);

    private RecordedMetrics() {}
}
