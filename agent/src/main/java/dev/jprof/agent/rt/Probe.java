package dev.jprof.agent.rt;

/**
 * What woven code calls. A method keeps what {@link #enter} returns, the cell of its caller's node, in a local variable and
 * hands it back on its way out.
 */
public final class Probe {
    /*
     * Implementation notes.
     * 1. enter, exit and leaf are inlined into every method: what is rare stays out of them, in methods of Recorder.
     * 2. The parent comes from a local, not from the node: the next sibling's entry then waits for no load.
     * 3. A key that is not the id (exact reads, or no such child) and a tick behind the gate both lead to the slow way.
     */
    private static final Memory MEMORY = Cell.MEMORY;

    private Probe() {}

    public static long enter(int id) {
        long desk = Recorders.desk();
        if (desk == 0) {
            return Recorders.find().enter(id, Clock.now());
        }
        long parent = MEMORY.getLong(desk + Cell.CURRENT);
        long kid = MEMORY.getLong(
                MEMORY.getLong(parent + Cell.KIDS) + ((long) (id & MEMORY.getInt(parent + Cell.MASK)) << 3));
        if (MEMORY.getInt(kid) != id || MEMORY.getLong(Clock.NOW) > MEMORY.getLong(desk + Cell.GATE)) {
            return Recorders.find().enter(id, Clock.now());
        }
        MEMORY.putLong(kid + Cell.CALLS, MEMORY.getLong(kid + Cell.CALLS) + 1);
        MEMORY.putLong(desk + Cell.CURRENT, kid);
        return parent;
    }

    public static void exit(long parent) {
        long desk = MEMORY.getLong(parent + Cell.DESK);
        if (MEMORY.getLong(Clock.NOW) > MEMORY.getLong(desk + Cell.GATE)) {
            Recorders.find().exit(parent, Clock.now());
        } else {
            MEMORY.putLong(desk + Cell.CURRENT, parent);
        }
    }

    /** The method {@code id} ends by an exception. */
    public static void fail(long parent, int id) {
        Recorders.find().fail(parent, id, Clock.now());
    }

    /** A catch handler of the method {@code id} begins. */
    public static void caught(long parent, int id) {
        Recorders.find().caught(parent, id, Clock.now());
    }

    /** Counts a call whose time is its caller's. */
    public static void leaf(int id) {
        long desk = Recorders.desk();
        if (desk == 0) {
            Recorders.find().countLeaf(id);
            return;
        }
        long parent = MEMORY.getLong(desk + Cell.CURRENT);
        long kid = MEMORY.getLong(
                MEMORY.getLong(parent + Cell.KIDS) + ((long) (id & MEMORY.getInt(parent + Cell.MASK)) << 3));
        if (MEMORY.getInt(kid) == id) {
            MEMORY.putLong(kid + Cell.CALLS, MEMORY.getLong(kid + Cell.CALLS) + 1);
        } else {
            Recorders.find().countLeaf(id);
        }
    }

    /** A leaf ends by an exception. */
    public static void leafFailed(int id) {
        Recorders.find().failLeaf(id);
    }
}
