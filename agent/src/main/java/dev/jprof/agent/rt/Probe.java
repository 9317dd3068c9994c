package dev.jprof.agent.rt;

/**
 * What woven code calls. A method keeps the node that {@link #enter} returns, its caller's, in a local variable and hands it
 * back on its way out.
 */
public final class Probe {
    /*
     * Implementation notes.
     * 1. enter, exit and leaf are inlined into every method: what is rare stays out of them, in methods of Recorder.
     * 2. The parent comes from a local, not from the node: the next sibling's entry then waits for no load.
     * 3. A key below 0 (exact reads, or no such child) and a tick that was not yet seen both lead to the slow way.
     */
    private Probe() {}

    public static Node enter(int id) {
        Recorder recorder = Recorders.current();
        if (recorder == null) {
            return Recorders.find().enter(id, Clock.now);
        }
        Node parent = recorder.node;
        Node[] kids = parent.kids;
        Node kid = kids[id & (kids.length - 1)];
        long tick = Clock.now;
        if (kid.key != id || tick > recorder.last) {
            return recorder.enter(id, tick);
        }
        kid.calls++;
        recorder.mixed = true;
        recorder.node = kid;
        return parent;
    }

    public static void exit(Node parent) {
        Recorder recorder = parent.recorder;
        long tick = Clock.now;
        if (recorder.node.key < 0 || tick > recorder.last) {
            recorder.exit(parent, tick);
        } else {
            recorder.mixed = true;
            recorder.node = parent;
        }
    }

    /** The method {@code id} ends by an exception. */
    public static void fail(Node parent, int id) {
        parent.recorder.fail(parent, id, Clock.now);
    }

    /** A catch handler of the method {@code id} begins. */
    public static void caught(Node parent, int id) {
        parent.recorder.caught(parent, id, Clock.now);
    }

    /** Counts a call whose time is its caller's. */
    public static void leaf(int id) {
        Recorder recorder = Recorders.current();
        if (recorder == null) {
            Recorders.find().countLeaf(id);
            return;
        }
        Node[] kids = recorder.node.kids;
        Node kid = kids[id & (kids.length - 1)];
        if (kid.key == id) {
            kid.calls++;
        } else {
            recorder.countLeaf(id);
        }
    }

    /** A leaf ends by an exception. */
    public static void leafFailed(int id) {
        Recorders.find().failLeaf(id);
    }
}
