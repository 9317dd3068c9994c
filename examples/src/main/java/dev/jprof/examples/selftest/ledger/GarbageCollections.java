package dev.jprof.examples.selftest.ledger;

/** Asks for a collection every 150 ms, so that the JVM wants all threads to stop while a program runs. */
public final class GarbageCollections extends Thread {
    private volatile boolean ended;

    private GarbageCollections() {
        super("garbage-collections");
        setDaemon(true);
    }

    public static GarbageCollections begin() {
        GarbageCollections collections = new GarbageCollections();
        collections.start();
        return collections;
    }

    public void end() {
        ended = true;
        interrupt();
    }

    @Override
    public void run() {
        while (!ended) {
            System.gc();
            try {
                Thread.sleep(150);
            } catch (InterruptedException atTheEnd) {
                return;
            }
        }
    }
}
