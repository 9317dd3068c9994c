package dev.jprof.agent.rt;

/**
 * What woven code calls. A method keeps what {@link #enter} returns, the cell of its caller's node, in a local variable and
 * hands it back on its way out.
 */
public final class Probe {
    /*
     * Implementation notes.
     * 1. enter, exit and leaf are inlined into every method: what is rare stays out of them, behind TableWay and SlowWay.
     * 2. The parent comes from a local, not from the node: the next sibling's entry then waits for no load.
     * 3. A child is one load from its parent, at an offset that the compiler knows.
     * 4. A key that is not the id (exact reads, or no child in this place), a shut gate and a call to be measured all lead
     *    out of the fast way.
     */
    private static final Memory MEMORY = Cell.MEMORY;

    private Probe() {}

    public static long enter(int id) {
        long thread = ThreadId.of(Thread.currentThread());
        long desk = Recorders.deskAt(thread);
        if (MEMORY.getLong(desk + Cell.GATE) == thread) {
            long parent = MEMORY.getLong(desk + Cell.CURRENT);
            long kid = MEMORY.getLong(Cell.place(parent, id));
            long call = MEMORY.getLong(kid + Cell.CALLS) + 1;
            if (MEMORY.getInt(kid + Cell.KEY) == id && call != MEMORY.getLong(kid + Cell.NEXT)) {
                MEMORY.putLong(kid + Cell.CALLS, call);
                MEMORY.putLong(desk + Cell.CURRENT, kid);
                return parent;
            }
        }
        return TableWay.enter(id);
    }

    public static void exit(long parent) {
        long desk = MEMORY.getLong(parent + Cell.DESK);
        if (MEMORY.getLong(desk + Cell.GATE) >= 0) {
            MEMORY.putLong(desk + Cell.CURRENT, parent);
        } else {
            SlowWay.exit(parent);
        }
    }

    /** The method {@code id} ends by an exception. */
    public static void fail(long parent, int id) {
        SlowWay.fail(parent, id);
    }

    /** A catch handler of the method {@code id} begins. */
    public static void caught(long parent, int id) {
        SlowWay.caught(parent, id);
    }

    /** Counts a call whose time is its caller's. */
    public static void leaf(int id) {
        long thread = ThreadId.of(Thread.currentThread());
        long desk = Recorders.deskAt(thread);
        if (MEMORY.getLong(desk + Cell.THREAD) == thread) {
            long kid = MEMORY.getLong(Cell.place(MEMORY.getLong(desk + Cell.CURRENT), id));
            if (MEMORY.getInt(kid + Cell.KEY) == id) {
                MEMORY.putLong(kid + Cell.CALLS, MEMORY.getLong(kid + Cell.CALLS) + 1);
                return;
            }
        }
        TableWay.leaf(id);
    }

    /** A leaf ends by an exception. */
    public static void leafFailed(int id) {
        SlowWay.leafFailed(id);
    }
}
