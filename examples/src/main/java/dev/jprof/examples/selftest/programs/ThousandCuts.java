package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;

/** Half of the time goes in calls of 5 microseconds, the rest in long ones. */
public final class ThousandCuts {
    private static final int RUN = 0;
    private static final int CUT = 1;
    private static final int STROKE = 2;
    private static final int ROUNDS = 3;
    private static final int CUTS_A_ROUND = 40_000;

    private ThousandCuts() {}

    public static void run(Ledger ledger) {
        ledger.begin("ThousandCuts", "run", "cut", "stroke");
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            for (int cut = 0; cut < CUTS_A_ROUND; cut++) {
                ledger.leave(RUN);
                cut(ledger);
                ledger.back(RUN);
            }
            ledger.leave(RUN);
            stroke(ledger);
            ledger.back(RUN);
        }
        ledger.exit(RUN);
    }

    static void cut(Ledger ledger) {
        ledger.work(CUT, 5_000);
    }

    static void stroke(Ledger ledger) {
        ledger.work(STROKE, 200_000_000);
    }
}
