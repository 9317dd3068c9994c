package dev.jprof.benchmarks.dense;

/** The number of rounds given on the command line, and the check of each round's result. */
final class Rounds {
    private Rounds() {}

    static int of(String[] args) {
        return Integer.parseInt(args[0]);
    }

    static void check(long expected, long actual) {
        if (actual != expected) {
            throw new IllegalStateException("computed " + actual + " instead of " + expected);
        }
    }
}
