package dev.jprof.agent.rt;

/**
 * Which calls of one thread are worth two exact reads: all in all they may take some two per cent of its time. Beyond that the
 * nodes whose calls are many and short go to the coarse clock, which sees those well. Confined to the owner thread.
 */
final class ReadBudget {
    private static final long WINDOW_NANOS = 1000000;

    /** Exact calls of one node in a window: of calls of 20 us and more every one. */
    private static final int OF_A_NODE = 48;

    /** Exact calls of the thread in a window, each of which costs some 300 ns, or 2,000 where it reads the CPU time. */
    private static final int OF_A_THREAD = 64;

    private static final int OF_A_THREAD_BY_CPU = 10;

    /** The first calls of a node are always read exactly: there are no more of these than there are nodes. */
    private static final int FIRST_CALLS = 4;

    /** Calls so long are read exactly however many others are. */
    private static final long LONG_NANOS = 100000;

    private long windowStart;
    private int reads;

    /** Whether the call of a node that begins now may be read exactly. */
    boolean allows(Node node, long now) {
        if (now - windowStart > WINDOW_NANOS) {
            windowStart = now;
            reads = 0;
        }
        reads++;
        if (now - node.windowStart > WINDOW_NANOS) {
            node.windowStart = now;
            node.reads = 0;
        }
        node.reads++;
        int most = Clock.cpu == null ? OF_A_THREAD : OF_A_THREAD_BY_CPU;
        return node.reads <= OF_A_NODE && (reads <= most || node.calls() < FIRST_CALLS || isLong(node));
    }

    private static boolean isLong(Node node) {
        return node.durations != null && node.durations.typical() > LONG_NANOS;
    }
}
