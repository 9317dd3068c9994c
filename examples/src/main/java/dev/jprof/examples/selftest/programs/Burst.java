package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;

/** Once in a millisecond a method that does nothing itself makes 200 calls of 5 microseconds. */
public final class Burst {
    private static final int RUN = 0;
    private static final int BURST = 1;
    private static final int PULSE = 2;
    private static final int ROUNDS = 1_000;
    private static final int PULSES = 200;

    private Burst() {}

    public static void run(Ledger ledger) {
        ledger.begin("Burst", "run", "burst", "pulse");
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            ledger.leave(RUN);
            burst(ledger);
            ledger.back(RUN);
        }
        ledger.exit(RUN);
    }

    static void burst(Ledger ledger) {
        ledger.enter(BURST);
        for (int i = 0; i < PULSES; i++) {
            ledger.leave(BURST);
            pulse(ledger);
            ledger.back(BURST);
        }
        ledger.exit(BURST);
    }

    static void pulse(Ledger ledger) {
        ledger.work(PULSE, 5_000);
    }
}
