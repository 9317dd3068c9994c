package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;

/** Once in a millisecond a method that does nothing itself makes ten calls of 100 microseconds. */
public final class Burst {
    private static final int RUN = 0;
    private static final int BURST = 1;
    private static final int PULSE = 2;
    private static final int ROUNDS = 1_000;
    private static final int PULSES = 10;

    private Burst() {}

    public static void run(Ledger ledger) {
        ledger.begin("Burst", "run", "burst", "pulse");
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            burst(ledger);
        }
        ledger.exit(RUN);
    }

    static void burst(Ledger ledger) {
        ledger.enter(RUN, BURST);
        for (int i = 0; i < PULSES; i++) {
            pulse(ledger);
        }
        ledger.exit(BURST);
    }

    static void pulse(Ledger ledger) {
        ledger.work(BURST, PULSE, 100_000);
    }
}
