package dev.jprof.agent.output;

/** What probes cost on this machine, in nanoseconds. Written once, before it is handed on. */
public final class ProbeCost {
    /** Whether the loops have run often enough to be compiled. Exact calls are rare, so theirs need not be. */
    public boolean known;

    /** One entry and exit by the coarse clock: between probes compiled into the method and probes that it calls. */
    public double timed;

    /** Half of how far these two are apart. */
    public double timedError;

    /** One counted leaf. */
    public double leaf;

    public double leafError;

    /** One entry and exit by exact reads: the middle between calls made one after another and calls made rarely. */
    public double exact;

    public double exactError;

    /** The part of it that falls into the called method's own time. */
    public double exactInside;
}
