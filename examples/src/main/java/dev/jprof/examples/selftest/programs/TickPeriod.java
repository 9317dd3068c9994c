package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;

/** Two methods take turns every half millisecond: the program's period is that of the profiler's clock. */
public final class TickPeriod {
    private static final int RUN = 0;
    private static final int TICK = 1;
    private static final int TOCK = 2;
    private static final int ROUNDS = 1_200;

    private TickPeriod() {}

    public static void run(Ledger ledger) {
        ledger.begin("TickPeriod", "run", "tick", "tock");
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            tick(ledger);
            tock(ledger);
        }
        ledger.exit(RUN);
    }

    static void tick(Ledger ledger) {
        ledger.work(RUN, TICK, 500_000);
    }

    static void tock(Ledger ledger) {
        ledger.work(RUN, TOCK, 500_000);
    }
}
