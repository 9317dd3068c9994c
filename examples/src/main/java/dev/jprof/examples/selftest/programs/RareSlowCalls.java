package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;

/** A method that takes 20 microseconds, or 40 ms once in 500 calls, beside one that always takes 100 microseconds. */
public final class RareSlowCalls {
    private static final int RUN = 0;
    private static final int BIMODAL = 1;
    private static final int STEADY = 2;
    private static final int ROUNDS = 10;
    private static final int CALLS_A_ROUND = 500;

    private RareSlowCalls() {}

    public static void run(Ledger ledger) {
        ledger.begin("RareSlowCalls", "run", "bimodal", "steady");
        for (int i = ledger.rounds(ROUNDS) * CALLS_A_ROUND; i > 0; i--) {
            ledger.leave(RUN);
            bimodal(ledger, i % CALLS_A_ROUND == 0 ? 40_000_000 : 20_000);
            ledger.back(RUN);
            ledger.leave(RUN);
            steady(ledger);
            ledger.back(RUN);
        }
        ledger.exit(RUN);
    }

    static void bimodal(Ledger ledger, long nanos) {
        ledger.work(BIMODAL, nanos);
    }

    static void steady(Ledger ledger) {
        ledger.work(STEADY, 100_000);
    }
}
