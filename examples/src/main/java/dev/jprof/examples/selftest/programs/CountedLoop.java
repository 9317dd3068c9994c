package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.GarbageCollections;
import dev.jprof.examples.selftest.ledger.Ledger;

/**
 * A loop in which some collectors can't stop the thread, so that every other thread, the profiler's own too, waits for its end
 * while a collection is wanted; between the loops short calls.
 */
public final class CountedLoop {
    private static final int RUN = 0;
    private static final int LOOP = 1;
    private static final int STEP = 2;
    private static final int ROUNDS = 6;
    private static final int TURNS = 60_000_000;
    private static final int STEPS_A_ROUND = 4_000;

    private CountedLoop() {}

    public static void run(Ledger ledger) {
        GarbageCollections collections = GarbageCollections.begin();
        ledger.begin("CountedLoop", "run", "loop", "step");
        long value = 1;
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            ledger.leave(RUN);
            value = loop(ledger, value);
            ledger.back(RUN);
            for (int step = 0; step < STEPS_A_ROUND; step++) {
                ledger.leave(RUN);
                step(ledger);
                ledger.back(RUN);
            }
        }
        ledger.exit(RUN);
        collections.end();
        if (value == 0) {
            throw new IllegalStateException("an odd number is not 0");
        }
    }

    static long loop(Ledger ledger, long from) {
        ledger.enter(LOOP);
        long value = from;
        for (int i = 0; i < TURNS; i++) {
            value = value * 6364136223846793005L ^ value >>> 33 | 1;
        }
        // The collection that had to wait takes place here, not between two methods.
        ledger.spin(100_000);
        ledger.exit(LOOP);
        return value;
    }

    static void step(Ledger ledger) {
        ledger.work(STEP, 25_000);
    }
}
