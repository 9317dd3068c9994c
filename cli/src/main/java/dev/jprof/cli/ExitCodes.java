package dev.jprof.cli;

/** What the command says to the shell that started it. */
final class ExitCodes {
    static final int FINE = 0;
    /** A check found a regression. */
    static final int REGRESSION = 1;
    /** Wrong usage or unreadable input. */
    static final int USAGE = 2;
    /** The target JVM cannot be reached. */
    static final int UNREACHABLE = 3;
    /** A defect of jprof itself. */
    static final int INTERNAL = 4;
    /** Not enough data to decide. */
    static final int UNDECIDED = 5;

    private ExitCodes() {}
}
