package dev.jprof.agent.rt;

/** Measures some of one thread's calls by themselves: how long they take, and what they allocate. Confined to the owner thread. */
final class CallMeter {
    private final Gate gate;
    private final Sampling sampling;
    private final AllocationMeter allocated = new AllocationMeter();

    CallMeter(Gate gate, Sampling sampling) {
        this.gate = gate;
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
        allocated.pause(gate.thread());
        long call = node.calls() + 1;
        Durations durations = node.durations;
        if (durations == null && !node.isFolded()) {
            durations = Sampling.newDurations();
        }
        if (durations == null) {
            node.setNext(Long.MAX_VALUE);
            return false;
        }
        node.setNext(exactly ? call + 1 : sampling.next(call, durations.typical(), about));
        durations.begin(call, allocated.resume(gate.thread()));
        node.durations = durations;
        return true;
    }

    /** The call that began last ends. */
    void end(Node node, long now) {
        long bytes = allocated.pause(gate.thread());
        node.durations.end(node.calls(), now, bytes);
        allocated.resume(gate.thread());
    }

    /** What is allocated until {@link #resume} is not the program's. */
    void pause() {
        allocated.pause(gate.thread());
    }

    void resume() {
        allocated.resume(gate.thread());
    }

    /** The thread's bytes so far; for other threads. */
    long allocatedBytes() {
        return allocated.bytesFromOutside(gate.thread());
    }
}
