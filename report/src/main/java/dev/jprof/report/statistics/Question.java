package dev.jprof.report.statistics;

/**
 * Did this change?
 *
 * @param samples as measured
 * @param factor what they are divided by first; it must be made of the same runs in the same order
 */
public record Question(Samples samples, CommonFactor factor, MinimumEffect minimum) {
    /** Asks whether the whole program changed, as the common factor shows it. */
    public static Question ofProgram(CommonFactor factor, MinimumEffect minimum) {
        Samples program = factor.program();
        return new Question(program, CommonFactor.none(program), minimum);
    }

    Samples divided() {
        return factor.divide(samples);
    }
}
