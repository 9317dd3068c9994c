package dev.jprof.agent;

import dev.jprof.agent.output.ProbeCost;
import dev.jprof.agent.rt.Node;
import dev.jprof.agent.rt.Recorder;
import dev.jprof.agent.rt.Recorders;
import dev.jprof.agent.rt.Sampling;

/**
 * What the probes cost here and now: short rounds, which the ticker makes between two ticks, a hundredth of a second apart.
 * Spread over time like this they meet the program as it is, and the compiler has had its turn.
 */
final class Calibration {
    /** Calls a round and kind: some 20 us of every 10 ms in all, once they are compiled. */
    private static final int CALLS = 1000;

    /** So few that the thread may read them all exactly in a millisecond. */
    private static final int EXACT_CALLS = 8;

    /** Somewhat more than a second's worth: before, the loops may still be interpreted. */
    private static final int LEAST_ROUNDS = 120;

    private static final int MOST_ROUNDS = 1000;
    private static final int READS = 20;

    // Any ids do: what is recorded here is left out of profiles.
    private static final int RARE = 0;
    private static final int EXACT = 5;
    private final ProbeLoop rare = ProbeLoop.timed(1, RARE);
    private final ProbeLoop exact = ProbeLoop.timed(EXACT_CALLS, EXACT);
    private final ProbeLoop timed = ProbeLoop.timed(CALLS, 1);
    private final ProbeLoop timedApart = ProbeLoop.timedApart(CALLS, 2);
    private final ProbeLoop leaf = ProbeLoop.leaf(CALLS, 3);
    private final ProbeLoop leafApart = ProbeLoop.leafApart(CALLS, 4);

    private final Medians rareInside = new Medians();
    private final Medians exactInside = new Medians();
    private int rounds;
    private long read = Long.MAX_VALUE;

    /** Makes one round, as long as more could help. */
    synchronized void round() {
        if (rounds == MOST_ROUNDS) {
            return;
        }
        if (rounds++ == 0) {
            Recorders.leaveOutCurrent();
        }
        // Exact calls come first: behind a coarse one no exact reading is made until the next tick.
        measureExact(rare, RARE, rareInside);
        measureExact(exact, EXACT, exactInside);
        timed.measure();
        timedApart.measure();
        leaf.measure();
        leafApart.measure();
        timeReads();
    }

    /** A measured call seems longer by one reading of the clock: a reading tells the time of some moment within it. */
    private void timeReads() {
        for (int i = 0; i < READS; i++) {
            long first = System.nanoTime();
            long second = System.nanoTime();
            read = Math.min(read, second - first);
        }
        Sampling.setReadNanos(read);
    }

    /** What is known by now. */
    synchronized ProbeCost cost() {
        ProbeCost cost = new ProbeCost();
        cost.known = rounds >= LEAST_ROUNDS;
        if (rounds == 0) {
            return cost;
        }
        cost.timed = likely(timed, timedApart);
        cost.timedError = error(timed, timedApart);
        cost.leaf = likely(leaf, leafApart);
        cost.leafError = error(leaf, leafApart);
        cost.exact = (rare.nanos() + exact.nanos()) / 2;
        cost.exactError = Math.abs(rare.nanos() - exact.nanos()) / 2;
        cost.exactInside = (rareInside.median() + exactInside.median() / EXACT_CALLS) / 2;
        return cost;
    }

    /** A third of the way from the one to the other: some of the difference is the late binding that keeps them apart. */
    private static double likely(ProbeLoop inlined, ProbeLoop apart) {
        return inlined.nanos() + (apart.nanos() - inlined.nanos()) / 3;
    }

    private static double error(ProbeLoop inlined, ProbeLoop apart) {
        return Math.abs(apart.nanos() - inlined.nanos()) / 2;
    }

    /** Between others the same call is cheaper than once in a hundredth of a second, when the processor has forgotten it. */
    private static void measureExact(ProbeLoop loop, int id, Medians inside) {
        long before = selfOf(id);
        loop.measure();
        inside.add(selfOf(id) - before);
    }

    /** What the calling thread's outermost node of a method was charged with. */
    private static long selfOf(int id) {
        Recorder own = Recorders.newest(false);
        while (own != null && own.seat().owner() != Thread.currentThread()) {
            own = own.previous();
        }
        Node[] nodes = new Node[8];
        int count = own == null ? 0 : Math.min(nodes.length, own.root().copyKids(nodes, 0));
        for (int i = 0; i < count; i++) {
            if (nodes[i].id == id) {
                return nodes[i].self;
            }
        }
        return 0;
    }
}
