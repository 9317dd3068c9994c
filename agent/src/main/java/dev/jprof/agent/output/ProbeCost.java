package dev.jprof.agent.output;

/** What probes cost on this machine, in nanoseconds. Written once, before it is handed on. */
public final class ProbeCost {
    /** One entry and exit by the coarse clock: the middle between probes compiled into their method and probes called. */
    public double timed;

    /** How far either is from the middle. */
    public double timedError;

    /** One counted leaf. */
    public double leaf;

    public double leafError;

    /** One entry and exit by exact reads. */
    public double exact;

    /** The part of it that falls into the called method's own time. */
    public double exactInside;
}
