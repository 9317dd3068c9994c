package dev.jprof.agent.rt;

/**
 * What the probes do when a child is not in its place in the parent's cell: they look for it in the parent's table, which costs
 * some nanoseconds, and leave what else there may be to {@link SlowWay}.
 *
 * <p>Never copied into its callers: it is as long as the fast way again.
 */
final class TableWay {
    private static final Memory MEMORY = Cell.MEMORY;

    /** After so many calls, a power of two, a child claims its place from one that is called less. */
    private static final long CALLS_A_CLAIM = 128;

    private TableWay() {}

    @DontInline
    static long enter(int id) {
        long thread = ThreadId.of(Thread.currentThread());
        long desk = Recorders.deskAt(thread);
        if (MEMORY.getLong(desk + Cell.GATE) == thread) {
            long parent = MEMORY.getLong(desk + Cell.CURRENT);
            long kid = Cell.inTable(parent, id);
            long call = MEMORY.getLong(kid + Cell.CALLS) + 1;
            if (MEMORY.getInt(kid + Cell.KEY) == id && call != MEMORY.getLong(kid + Cell.NEXT)) {
                MEMORY.putLong(kid + Cell.CALLS, call);
                MEMORY.putLong(desk + Cell.CURRENT, kid);
                claim(parent, kid, id, call);
                return parent;
            }
        }
        return SlowWay.enter(id);
    }

    @DontInline
    static void leaf(int id) {
        long thread = ThreadId.of(Thread.currentThread());
        long desk = Recorders.deskAt(thread);
        if (MEMORY.getLong(desk + Cell.THREAD) == thread) {
            long parent = MEMORY.getLong(desk + Cell.CURRENT);
            long kid = Cell.inTable(parent, id);
            if (MEMORY.getInt(kid + Cell.KEY) == id) {
                long call = MEMORY.getLong(kid + Cell.CALLS) + 1;
                MEMORY.putLong(kid + Cell.CALLS, call);
                claim(parent, kid, id, call);
                return;
            }
        }
        SlowWay.leaf(id);
    }

    private static void claim(long parent, long kid, int id, long call) {
        if ((call & CALLS_A_CLAIM - 1) == 0) {
            long place = Cell.place(parent, id);
            if (call > MEMORY.getLong(MEMORY.getLong(place) + Cell.CALLS)) {
                MEMORY.putLong(place, kid);
            }
        }
    }
}
