package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;

/** Two methods call each other 400 calls deep; one takes three times as long as the other. */
public final class Recursion {
    private static final int RUN = 0;
    private static final int EVEN = 1;
    private static final int ODD = 2;
    private static final int ROUNDS = 100;
    private static final int DEPTH = 399;

    private Recursion() {}

    public static void run(Ledger ledger) {
        ledger.begin("Recursion", "run", "even", "odd");
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            ledger.leave(RUN);
            odd(ledger, DEPTH);
            ledger.back(RUN);
        }
        ledger.exit(RUN);
    }

    static void even(Ledger ledger, int depth) {
        ledger.enter(EVEN);
        ledger.spin(30_000);
        if (depth > 0) {
            ledger.leave(EVEN);
            odd(ledger, depth - 1);
            ledger.back(EVEN);
        }
        ledger.exit(EVEN);
    }

    static void odd(Ledger ledger, int depth) {
        ledger.enter(ODD);
        ledger.spin(10_000);
        if (depth > 0) {
            ledger.leave(ODD);
            even(ledger, depth - 1);
            ledger.back(ODD);
        }
        ledger.exit(ODD);
    }
}
