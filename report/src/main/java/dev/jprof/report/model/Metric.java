package dev.jprof.report.model;

/** A column of the nodes table. Units: {@code ns} or {@code count}. */
public record Metric(String name, String unit) {
    public static final Metric CALLS = new Metric("calls", "count");
    public static final Metric SELF = new Metric("self", "ns");
    public static final Metric ERRORS = new Metric("errors", "count");
    public static final Metric OPEN = new Metric("open", "count");
    public static final Metric WAITING = new Metric("waiting", "ns");
}
