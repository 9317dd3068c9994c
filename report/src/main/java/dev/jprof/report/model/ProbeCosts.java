package dev.jprof.report.model;

/**
 * What probes cost in the profiled program, in nanoseconds a call, and what is not known of it.
 *
 * @param timed a call timed by the coarse clock
 * @param timedError how far off that may be
 * @param leaf a counted leaf, all in the caller's time
 * @param exact a call timed by exact reads
 * @param exactInside the part of {@code exact} in the called method's time
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
        boolean subtracted) {
    /** The part of a coarse call's cost that falls into the called method's time, and how far off that may be. */
    private static final double INSIDE = 0.25;

    private static final double INSIDE_ERROR = 0.25;

    /** A path's first call is the interpreter's, which has to look everything up. */
    private static final double FIRST_CALL = 10000;

    /** What to reckon with while the profile does not know better. */
    private static final ProbeCosts GUESSED = new ProbeCosts(10, 10, 5, 5, 3000, 3000, 1000, false);

    static ProbeCosts of(Meta meta, boolean subtracted) {
        if (!meta.values().containsKey("probeNs")) {
            return GUESSED;
        }
        double timed = meta.number("probeNs", 0);
        double leaf = meta.number("leafProbeNs", 0);
        double exact = meta.number("exactProbeNs", timed);
        return new ProbeCosts(
                timed,
                meta.number("probeErrorNs", timed / 2),
                leaf,
                meta.number("leafProbeErrorNs", leaf / 2),
                exact,
                meta.number("exactProbeErrorNs", exact / 2),
                meta.number("exactProbeInsideNs", exact / 2),
                subtracted);
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

    /** How far off all of that may be on either side of so many calls. */
    double error(long coarse, long exactly) {
        double first = exactly > 0 ? FIRST_CALL : 0;
        return (subtracted ? coarse * timedError / 2 : 0) + exactly * exactError + first;
    }

    double leavesError(long calls) {
        return subtracted ? calls * leafError : 0;
    }

    /** How much of it may be on the other side of so many calls. */
    double splitError(long coarse) {
        return coarse * timed * INSIDE_ERROR;
    }
}
