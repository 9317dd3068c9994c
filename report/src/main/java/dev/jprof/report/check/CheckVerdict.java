package dev.jprof.report.check;

/** How a check ends, with the exit code that means it. */
public enum CheckVerdict {
    FINE(0),
    REGRESSION(1),
    UNDECIDED(5);

    private final int exitCode;

    CheckVerdict(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
