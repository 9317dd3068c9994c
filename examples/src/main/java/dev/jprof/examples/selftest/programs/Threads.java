package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;

/** Four threads at the same work. Where there are fewer processors they take turns, and the time in line counts too. */
public final class Threads {
    private static final int RUN = 0;
    private static final int NEW_WORKER = 1;
    private static final int WORKER = 2;
    private static final int LONG_PART = 3;
    private static final int SHORT_PART = 4;
    private static final int THREADS = 4;
    private static final int ROUNDS = 60;

    private Threads() {}

    public static void run(Ledger ledger) throws InterruptedException {
        ledger.begin("Threads", "run", "$Worker.<init>", "$Worker.run", "longPart", "shortPart");
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            ledger.count(NEW_WORKER);
            Worker worker = new Worker(ledger.another());
            workers.add(worker);
            worker.start();
        }
        for (Worker worker : workers) {
            worker.join();
        }
        ledger.exit(RUN);
        for (Worker worker : workers) {
            ledger.add(worker.ledger);
        }
    }

    static void longPart(Ledger ledger) {
        ledger.work(LONG_PART, 4_000_000);
    }

    static void shortPart(Ledger ledger) {
        ledger.work(SHORT_PART, 2_000_000);
    }

    static final class Worker extends Thread {
        final Ledger ledger;

        Worker(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public void run() {
            ledger.open(WORKER);
            for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
                ledger.leave(WORKER);
                longPart(ledger);
                ledger.back(WORKER);
                ledger.leave(WORKER);
                shortPart(ledger);
                ledger.back(WORKER);
            }
            ledger.exit(WORKER);
        }
    }
}
