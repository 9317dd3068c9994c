package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;

/** A quarter of the time goes in calls of 50 microseconds, the rest in long ones. */
public final class ThousandCuts {
    private static final int RUN = 0;
    private static final int CUT = 1;
    private static final int STROKE = 2;
    private static final int ROUNDS = 3;
    private static final int CUTS_A_ROUND = 2_000;

    private ThousandCuts() {}

    public static void run(Ledger ledger) {
        ledger.begin("ThousandCuts", "run", "cut", "stroke");
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            for (int cut = 0; cut < CUTS_A_ROUND; cut++) {
                cut(ledger);
            }
            stroke(ledger);
        }
        ledger.exit(RUN);
    }

    static void cut(Ledger ledger) {
        ledger.work(RUN, CUT, 50_000);
    }

    static void stroke(Ledger ledger) {
        ledger.work(RUN, STROKE, 300_000_000);
    }
}
