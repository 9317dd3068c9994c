package dev.jprof.report.model;

/**
 * What probes cost in the profiled program, in nanoseconds a call.
 *
 * @param timed a call timed by the coarse clock; a quarter of it in the called method's time
 * @param timedError how far the true cost is from that, at most
 * @param leaf a counted leaf, all in the caller's time
 * @param exact a call timed by exact reads
 * @param exactInside the part of {@code exact} in the called method's time
 */
record ProbeCosts(double timed, double timedError, double leaf, double leafError, double exact, double exactInside) {
    /** The part of a coarse call's cost that falls into the called method's time, and how far off that can be. */
    private static final double INSIDE = 0.25;

    static final double SPLIT_ERROR = 0.25;

    static final ProbeCosts NONE = new ProbeCosts(0, 0, 0, 0, 0, 0);

    /** All zero where the profile does not say. */
    static ProbeCosts of(Meta meta) {
        double timed = meta.number("probeNs", 0);
        double leaf = meta.number("leafProbeNs", 0);
        double exact = meta.number("exactProbeNs", timed);
        return new ProbeCosts(
                timed,
                meta.number("probeErrorNs", timed / 2),
                leaf,
                meta.number("leafProbeErrorNs", leaf / 2),
                exact,
                meta.number("exactProbeInsideNs", exact / 2));
    }

    /** Nanoseconds of so many calls in their own time. */
    double inside(long calls, long exactCalls) {
        return (calls - exactCalls) * timed * INSIDE + exactCalls * exactInside;
    }

    /** Nanoseconds of so many calls in their caller's time. */
    double outside(long calls, long exactCalls) {
        return (calls - exactCalls) * timed * (1 - INSIDE) + exactCalls * (exact - exactInside);
    }

    /** How far the cost of so many calls is known. */
    double error(long calls, long exactCalls) {
        return (calls - exactCalls) * timedError + exactCalls * exact / 2;
    }
}
