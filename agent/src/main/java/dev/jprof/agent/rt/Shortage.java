package dev.jprof.agent.rt;

/**
 * When the heap had no room for a node or for durations, none is asked of it for a while: each refusal takes a whole collection,
 * and a program that has filled its heap would have one at every call. Calls are counted in the overflow node meanwhile. A
 * recorder is asked for all the same, as without one they would not be counted at all.
 */
final class Shortage {
    /** Some ten times what collections of a full heap take. */
    private static final long NANOS = 3000000000L;

    private static volatile boolean felt;
    private static volatile long since;

    private Shortage() {}

    /** An OutOfMemoryError was caught. */
    static void begins() {
        since = System.nanoTime();
        felt = true;
    }

    static boolean isOn() {
        return felt && Clock.now() - since < NANOS;
    }
}
