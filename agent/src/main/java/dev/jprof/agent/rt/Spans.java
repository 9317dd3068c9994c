package dev.jprof.agent.rt;

/**
 * Parts of a method that have nodes of their own: what the program opens and closes itself. Like calls of methods, but nobody
 * vouches that what was opened is closed, by the same thread, or in the right order.
 */
public final class Spans {
    private Spans() {}

    /** Opens a span; returns what {@link #exit} needs. */
    public static long enter(int id) {
        return Probe.enter(id);
    }

    /** Closes a span with everything below it; nothing when it is not open. */
    public static void exit(long parent, int id) {
        SlowWay.leave(parent, id);
    }
}
