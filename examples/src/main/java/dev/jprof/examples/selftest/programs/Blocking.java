package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;

/** A thread that sleeps, waits for a monitor that another thread holds, and works. */
public final class Blocking {
    private static final int RUN = 0;
    private static final int NEW_HOLDER = 1;
    private static final int HOLDER = 2;
    private static final int HOLD = 3;
    private static final int SLEEP = 4;
    private static final int LOCK = 5;
    private static final int WORK = 6;
    private static final int ROUNDS = 30;

    private Blocking() {}

    public static void run(Ledger ledger) throws InterruptedException {
        ledger.begin("Blocking", "run", "$Holder.<init>", "$Holder.run", "hold", "sleep", "lock", "work");
        Object monitor = new Object();
        ledger.count(NEW_HOLDER);
        Holder holder = new Holder(ledger.another(), monitor);
        holder.start();
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            ledger.leave(RUN);
            sleep(ledger);
            ledger.back(RUN);
            ledger.leave(RUN);
            lock(ledger, monitor);
            ledger.back(RUN);
            ledger.leave(RUN);
            work(ledger);
            ledger.back(RUN);
        }
        holder.join();
        ledger.exit(RUN);
        ledger.add(holder.ledger);
    }

    static void sleep(Ledger ledger) throws InterruptedException {
        ledger.enter(SLEEP);
        Thread.sleep(10);
        ledger.exit(SLEEP);
    }

    static void lock(Ledger ledger, Object monitor) {
        ledger.enter(LOCK);
        synchronized (monitor) {
            ledger.spin(1_000_000);
        }
        ledger.exit(LOCK);
    }

    static void work(Ledger ledger) {
        ledger.work(WORK, 5_000_000);
    }

    static void hold(Ledger ledger, Object monitor) throws InterruptedException {
        ledger.enter(HOLD);
        synchronized (monitor) {
            Thread.sleep(20);
        }
        ledger.exit(HOLD);
    }

    static final class Holder extends Thread {
        final Ledger ledger;
        private final Object monitor;

        Holder(Ledger ledger, Object monitor) {
            this.ledger = ledger;
            this.monitor = monitor;
        }

        @Override
        public void run() {
            ledger.open(HOLDER);
            try {
                for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
                    ledger.leave(HOLDER);
                    hold(ledger, monitor);
                    ledger.back(HOLDER);
                    ledger.spin(2_000_000);
                }
            } catch (InterruptedException nobodyInterrupts) {
                interrupt();
            }
            ledger.exit(HOLDER);
        }
    }
}
