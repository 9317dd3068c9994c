package dev.jprof.report.model;

import java.util.List;

/** A column of the nodes table. Units: {@code ns} or {@code count}; metrics of other tools may bring others. */
public record Metric(String name, String unit) {
    public static final Metric CALLS = new Metric("calls", "count");
    public static final Metric SELF = new Metric("self", "ns");
    public static final Metric ERRORS = new Metric("errors", "count");
    public static final Metric OPEN = new Metric("open", "count");
    public static final Metric WAITING = new Metric("waiting", "ns");

    /** The variance of self by the coarse clock, in square microseconds. */
    public static final Metric SPREAD = new Metric("spread", "us2");

    /** Calls timed by two exact reads. */
    public static final Metric EXACT = new Metric("exact", "count");

    /** The part of self in which classes were woven; once times are corrected, what was taken out. */
    public static final Metric WEAVING = new Metric("weaving", "ns");

    /** Bytes that a node allocated without its children. */
    public static final Metric ALLOC = new Metric("alloc", "bytes");

    /** The variance of these, in square KiB. */
    public static final Metric ALLOC_SPREAD = new Metric("allocSpread", "KiB2");

    /** Samples that met a node itself, of a sampled profile. */
    public static final Metric SAMPLES = new Metric("samples", "count");

    /** The time that these stand for. */
    public static final Metric SAMPLED = new Metric("sampled", "ns");

    private static final List<String> STAYING = List.of(CALLS.name, ERRORS.name, OPEN.name, EXACT.name);

    /** The metrics with a meaning of their own, in file order. */
    public static final List<Metric> KNOWN =
            List.of(CALLS, SELF, ERRORS, OPEN, WAITING, SPREAD, EXACT, WEAVING, ALLOC, ALLOC_SPREAD, SAMPLES, SAMPLED);

    /** True for what moves to the caller when its node is taken out of a path; what counts calls does not. */
    boolean moves() {
        return !STAYING.contains(name) && !name.equals(Correction.THREAD_SPREAD.name());
    }
}
