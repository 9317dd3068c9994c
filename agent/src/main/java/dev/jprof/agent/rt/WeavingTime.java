package dev.jprof.agent.rt;

/** What weaving takes of one thread's time: a class is woven inside of the method that first needs it. Confined to that thread. */
public final class WeavingTime {
    private final Recorder recorder;
    private final Account account;

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
        account.read(recorder.current(), recorder.latestTick(0), true, recorder.exactTime());
    }

    void end() {
        Node node = recorder.current();
        node.weaving += account.chargeAll(node, recorder.exactTime());
    }
}
