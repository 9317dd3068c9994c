package dev.jprof.report.model;

/**
 * What probes cost in the profiled program, in nanoseconds a call, and what is not known of it.
 *
 * @param timed a call timed by the coarse clock
 * @param timedError how far off that may be
 * @param leaf a counted leaf, all in the caller's time
 * @param exact a call timed by exact reads
 * @param exactInside the part of {@code exact} in the called method's time
 * @param newPath making a node, in its parent's time
 * @param subtracted whether it is taken out of times; if not, where a call begins and ends is unknown all the same
 */
record ProbeCosts(
        double timed,
        double timedError,
        double leaf,
        double leafError,
        double exact,
        double exactError,
        double exactInside,
        double newPath,
        boolean subtracted) {
    /** The part of a coarse call's cost that falls into the called method's time, and how far off that may be. */
    private static final double INSIDE = 0.25;

    private static final double INSIDE_ERROR = 0.25;

    /** A path's first call is the interpreter's, which has to look everything up. */
    static final double FIRST_CALL = 10000;

    /**
     * While a method runs the processor forgets how to leave it: the longer it ran the longer that takes. Part of the time, and
     * nanoseconds at most.
     */
    private static final double COLD = 0.02;

    private static final double COLDEST = 20000;

    /** What to reckon with where the profile does not say. */
    private static final double GUESS = 10;

    static final double EXACT_GUESS = 3000;

    static ProbeCosts of(Meta meta, boolean subtracted) {
        double timed = meta.number("probeNs", GUESS);
        double leaf = meta.number("leafProbeNs", GUESS);
        double exact = meta.number("exactProbeNs", EXACT_GUESS);
        return new ProbeCosts(
                timed,
                meta.number("probeErrorNs", timed / 2),
                leaf,
                meta.number("leafProbeErrorNs", leaf / 2),
                exact,
                meta.number("exactProbeErrorNs", exact / 2),
                meta.number("exactProbeInsideNs", exact / 2),
                subtracted ? meta.number("newPathNs", 0) : 0,
                subtracted && meta.values().containsKey("probeNs"));
    }

    /** What so many calls took of their own time. */
    double inside(long coarse, long exactly) {
        return subtracted ? coarse * timed * INSIDE + exactly * exactInside : 0;
    }

    /** What they took of their caller's time. */
    double outside(long coarse, long exactly) {
        return subtracted ? coarse * timed * (1 - INSIDE) + exactly * (exact - exactInside) : 0;
    }

    /** What so many leaves took of their caller's time. */
    double leaves(long calls) {
        return subtracted ? calls * leaf : 0;
    }

    /** How far off the cost of so many coarse calls may be on either side of them. */
    double error(long calls) {
        return subtracted ? calls * timedError / 2 : 0;
    }

    /** How far from where exact calls are read they may begin and end, if they took so long together. */
    double edgeError(long calls, double nanos) {
        if (calls == 0) {
            return 0;
        }
        double cold = Math.min(calls * COLDEST, nanos * COLD);
        return calls * (subtracted ? exactError : exact + exactError) + cold + FIRST_CALL;
    }

    double leavesError(long calls) {
        return subtracted ? calls * leafError : 0;
    }

    /** How much of it may be on the other side of so many calls. */
    double splitError(long coarse) {
        return coarse * timed * INSIDE_ERROR;
    }
}
