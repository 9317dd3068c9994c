package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;

/** Every third call fails two methods further down, and is caught two methods further up. */
public final class Exceptions {
    private static final int RUN = 0;
    private static final int ATTEMPT = 1;
    private static final int PASS_ON = 2;
    private static final int CHECK = 3;
    private static final int ROUNDS = 60;

    private Exceptions() {}

    public static void run(Ledger ledger) {
        ledger.begin("Exceptions", "run", "attempt", "passOn", "check");
        IllegalStateException refusal = new IllegalStateException("refused");
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            ledger.leave(RUN);
            attempt(ledger, i % 3 == 0 ? refusal : null);
            ledger.back(RUN);
        }
        ledger.exit(RUN);
    }

    static void attempt(Ledger ledger, RuntimeException refusal) {
        ledger.enter(ATTEMPT);
        try {
            ledger.leave(ATTEMPT);
            passOn(ledger, refusal);
            ledger.back(ATTEMPT);
        } catch (IllegalStateException refused) {
            ledger.back(ATTEMPT);
            ledger.spin(3_000_000);
        }
        ledger.spin(2_000_000);
        ledger.exit(ATTEMPT);
    }

    static void passOn(Ledger ledger, RuntimeException refusal) {
        ledger.enter(PASS_ON);
        ledger.spin(1_000_000);
        ledger.leave(PASS_ON);
        check(ledger, refusal);
        ledger.back(PASS_ON);
        ledger.spin(3_000_000);
        ledger.exit(PASS_ON);
    }

    static void check(Ledger ledger, RuntimeException refusal) {
        ledger.enter(CHECK);
        ledger.spin(4_000_000);
        if (refusal != null) {
            ledger.fail(CHECK);
            ledger.fail(PASS_ON);
            throw refusal;
        }
        ledger.exit(CHECK);
    }
}
