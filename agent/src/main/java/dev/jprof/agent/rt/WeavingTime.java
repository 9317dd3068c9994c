package dev.jprof.agent.rt;

/**
 * What weaving takes of one thread's time: a class is woven inside of the method that first needs it. Dividing a tree that is full
 * counts as weaving. Confined to that thread.
 */
public final class WeavingTime {
    private final Recorder recorder;
    private final Account account;
    private long last;
    private long whole;

    WeavingTime(Recorder recorder, Account account) {
        this.recorder = recorder;
        this.account = account;
    }

    /** The calling thread weaves from now on. */
    public static void begins() {
        Recorder own = Recorders.known();
        if (own != null) {
            own.weaving.begin();
        }
    }

    /** It goes on with what it did. */
    public static void ends() {
        Recorder own = Recorders.known();
        if (own != null) {
            own.weaving.end();
        }
    }

    void begin() {
        last = recorder.exactTime();
        account.read(recorder.current(), recorder.latestTick(0), true, last);
    }

    void end() {
        long now = recorder.exactTime();
        Node node = recorder.current();
        node.weaving += account.chargeAll(node, now);
        // Weaving can need a class that is woven itself.
        whole += now - last;
        last = now;
    }

    /** An exact time as a clock would show it that stands still while the thread weaves. */
    long without(long exactTime) {
        return exactTime - whole;
    }
}
