package dev.jprof.report.statistics;

import java.util.List;
import java.util.random.RandomGenerator;

/** Where simulated comparisons come from: two sides of one unchanged program. */
interface Noise {
    /** The method, by its place in a comparison, that has about 5 % of the time. */
    int method();

    /** Returns the self times of all methods, in nanoseconds, of so many runs of the base and of the other side. */
    List<Samples> comparison(int base, int current, RandomGenerator random);
}
