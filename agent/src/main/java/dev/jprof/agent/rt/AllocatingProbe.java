package dev.jprof.agent.rt;

/**
 * The probes under {@code alloc=on}: they charge the bytes allocated since the last one before anything else. In the agent's jar
 * this class stands in the place of {@link Probe} then: see {@code Placement}. What it does otherwise is explained there.
 */
public final class AllocatingProbe {
    private static final Memory MEMORY = Cell.MEMORY;

    private AllocatingProbe() {}

    public static long enter(int id) {
        long thread = ThreadId.of(Thread.currentThread());
        long desk = Recorders.deskAt(thread);
        if (MEMORY.getLong(desk + Cell.GATE) == thread) {
            AllocatedBytes.charge(desk);
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
            AllocatedBytes.charge(desk);
            MEMORY.putLong(desk + Cell.CURRENT, parent);
        } else {
            SlowWay.exit(parent);
        }
    }

    public static void fail(long parent, int id) {
        SlowWay.fail(parent, id);
    }

    public static void caught(long parent, int id) {
        SlowWay.caught(parent, id);
    }

    /** A leaf allocates nothing. */
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

    public static void leafFailed(int id) {
        SlowWay.leafFailed(id);
    }
}
