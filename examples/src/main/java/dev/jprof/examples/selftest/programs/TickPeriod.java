package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;

/**
 * Two methods take turns every half millisecond: the program's period is that of the profiler's clock. What they do are calls too
 * short for anything but that clock; it has to see both alike, which takes some time to be sure of.
 */
public final class TickPeriod {
    private static final int RUN = 0;
    private static final int TICK = 1;
    private static final int TOCK = 2;
    private static final int IN_TICK = 3;
    private static final int IN_TOCK = 4;
    private static final int ROUNDS = 2_600;
    private static final int CALLS_A_TURN = 100;

    private TickPeriod() {}

    public static void run(Ledger ledger) {
        ledger.begin("TickPeriod", "run", "tick", "tock", "inTick", "inTock");
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            ledger.leave(RUN);
            tick(ledger);
            ledger.back(RUN);
            ledger.leave(RUN);
            tock(ledger);
            ledger.back(RUN);
        }
        ledger.exit(RUN);
    }

    static void tick(Ledger ledger) {
        ledger.enter(TICK);
        for (int i = 0; i < CALLS_A_TURN; i++) {
            ledger.leave(TICK);
            inTick(ledger);
            ledger.back(TICK);
        }
        ledger.exit(TICK);
    }

    static void tock(Ledger ledger) {
        ledger.enter(TOCK);
        for (int i = 0; i < CALLS_A_TURN; i++) {
            ledger.leave(TOCK);
            inTock(ledger);
            ledger.back(TOCK);
        }
        ledger.exit(TOCK);
    }

    static void inTick(Ledger ledger) {
        ledger.work(IN_TICK, 5_000);
    }

    static void inTock(Ledger ledger) {
        ledger.work(IN_TOCK, 5_000);
    }
}
