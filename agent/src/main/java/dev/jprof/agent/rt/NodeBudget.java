package dev.jprof.agent.rt;

import java.util.concurrent.atomic.AtomicInteger;

/** How many nodes all trees together may have. */
public final class NodeBudget {
    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static final AtomicInteger FOLDED = new AtomicInteger();
    private static volatile int most = 1000000;

    private NodeBudget() {}

    /** Past so many nodes new paths fold into overflow nodes, whose children may take a quarter more. */
    public static void limit(int nodes) {
        most = nodes;
    }

    /** How many nodes the trees had: fewer than the limit where the heap had no room for more. */
    public static int had() {
        return Math.min(most, TAKEN.get());
    }

    /** True once a path had to be folded. */
    public static boolean isUsedUp() {
        return TAKEN.get() >= most;
    }

    /** Whether trees of threads that ended should be used again rather than new ones made. */
    static boolean isHalfUsed() {
        return TAKEN.get() > most / 2;
    }

    /** Takes one node out of the budget; false where there is none left. */
    static boolean take() {
        return take(TAKEN, most);
    }

    /** The same for a child of a thread's own overflow node. */
    static boolean takeFolded() {
        return take(FOLDED, most / 4);
    }

    /** The same for overflow nodes further in and their children, which leave half of those to a thread's own. */
    static boolean takeFoldedFurtherIn() {
        return take(FOLDED, most / 8);
    }

    private static boolean take(AtomicInteger taken, int limit) {
        return taken.get() < limit && taken.incrementAndGet() <= limit;
    }
}
