package dev.jprof.benchmarks.harness;

/** A program that did not end as it should; the message says how. */
final class RunFailed extends Exception {
    private static final long serialVersionUID = 1;

    RunFailed(String message) {
        super(message);
    }
}
