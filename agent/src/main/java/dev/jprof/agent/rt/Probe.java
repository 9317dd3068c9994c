package dev.jprof.agent.rt;

/**
 * What woven code calls. A method keeps what {@link #enter} returns, the cell of its caller's node, in a local variable and
 * hands it back on its way out.
 */
public final class Probe {
    /*
     * Implementation notes.
     * 1. enter, exit and leaf are inlined into every method: what is rare stays out of them, behind SlowWay.
     * 2. The parent comes from a local, not from the node: the next sibling's entry then waits for no load.
     * 3. A key that is not the id (exact reads, or no such child), a shut gate and a call to be measured all lead to the slow
     *    way.
     */
    private static final Memory MEMORY = Cell.MEMORY;

    private Probe() {}

    public static long enter(int id) {
        long thread = ThreadId.of(Thread.currentThread());
        long desk = Recorders.deskAt(thread);
        if (MEMORY.getLong(desk + Cell.GATE) == thread) {
            long parent = MEMORY.getLong(desk + Cell.CURRENT);
            long kid = kidAt(parent, id);
            long call = MEMORY.getLong(kid + Cell.CALLS) + 1;
            if (MEMORY.getInt(kid + Cell.KEY) == id && call != MEMORY.getLong(kid + Cell.NEXT)) {
                MEMORY.putLong(kid + Cell.CALLS, call);
                MEMORY.putLong(desk + Cell.CURRENT, kid);
                return parent;
            }
        }
        return SlowWay.enter(id);
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
            long kid = kidAt(MEMORY.getLong(desk + Cell.CURRENT), id);
            if (MEMORY.getInt(kid + Cell.KEY) == id) {
                MEMORY.putLong(kid + Cell.CALLS, MEMORY.getLong(kid + Cell.CALLS) + 1);
                return;
            }
        }
        SlowWay.leaf(id);
    }

    /** A leaf ends by an exception. */
    public static void leafFailed(int id) {
        SlowWay.leafFailed(id);
    }

    private static long kidAt(long parent, int id) {
        long place = id & MEMORY.getInt(parent + Cell.MASK);
        return MEMORY.getLong(MEMORY.getLong(parent + Cell.KIDS) + (place << 3));
    }
}
