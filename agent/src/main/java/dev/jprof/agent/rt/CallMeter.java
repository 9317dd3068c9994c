package dev.jprof.agent.rt;

/** Measures how long some of one thread's calls take by themselves. Confined to the owner thread. */
final class CallMeter {
    /** When memory is short, it is asked for again after so many calls. */
    private static final long CALLS_LATER = 1000;

    private final Sampling sampling;

    CallMeter(Sampling sampling) {
        this.sampling = sampling;
    }

    /** Whether the call of a node that begins now is one of those that were chosen. */
    boolean wants(Node node) {
        return node.calls() + 1 >= node.next();
    }

    /**
     * Gets ready for a call that {@link Durations#start starts} next; false where there is no memory for it, or no node of its own.
     *
     * @param about the time, a tick late at most
     */
    boolean begin(Node node, boolean exactly, long about) {
        long call = node.calls() + 1;
        Durations durations = node.durations;
        if (durations == null && !node.isFolded()) {
            durations = Sampling.newDurations();
        }
        if (durations == null) {
            node.setNext(Shortage.isOn() ? call + CALLS_LATER : Long.MAX_VALUE);
            return false;
        }
        node.setNext(exactly ? call + 1 : sampling.next(call, durations.typical(), about));
        durations.begin(call);
        node.durations = durations;
        return true;
    }

    /** The call that began last ends. */
    void end(Node node, long now) {
        node.durations.end(node.calls(), now);
    }
}
