package dev.jprof.agent.rt;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether the calls of one recorder's thread may take the fast way. The owner opens the gate when it has charged the last tick,
 * the ticker shuts all open gates at the next one, and the owner itself while single events are worth an exact read: so one
 * comparison in a probe answers whether the desk is the thread's own, whether a tick has passed and whether time may be read.
 */
final class Gate {
    private static final Memory MEMORY = Cell.MEMORY;
    private static final int NO = 0;
    private static final int YES = 1;

    /** More than two readings of both clocks are off. */
    private static final long WAIT_NANOS = 5000;

    private static final long UNKNOWN = -1;

    /** The gates that were opened since the last tick. */
    private static final AtomicReference<Gate> OPENED = new AtomicReference<Gate>();

    final long desk;

    private final AtomicInteger listed = new AtomicInteger(NO);
    private Gate next;

    /** Under {@code clock=cpu}: when the ticker shut the gate last, and the owner's CPU time then, negative when unknown. */
    private volatile long shutAt;

    private volatile long cpuThen = UNKNOWN;

    Gate(long desk) {
        this.desk = desk;
        seat(Cell.NOBODY);
    }

    /** Gives the desk to a thread, or takes it away; the gate is shut then. */
    void seat(long thread) {
        shut();
        MEMORY.putLong(desk + Cell.THREAD, thread);
    }

    /** The id of the thread that sits here, or {@link Cell#NOBODY}. */
    long thread() {
        return MEMORY.getLong(desk + Cell.THREAD);
    }

    boolean isOpen() {
        return MEMORY.getLong(desk + Cell.GATE) >= 0;
    }

    void shut() {
        MEMORY.putLong(desk + Cell.GATE, Cell.SHUT);
    }

    /**
     * Opens the gate, unless there was a tick after the one that was charged last, or the JVM has to be asked for bytes at each
     * event. The order matters: the gate is open before it is listed, so that the ticker, which takes it off the list before it
     * shuts it, can't leave it open.
     */
    void open(long charged) {
        long thread = thread();
        if (MEMORY.getLong(desk + Cell.GATE) == thread || Clock.now() > charged || AllocatedBytes.areAskedFor) {
            return;
        }
        MEMORY.putLong(desk + Cell.GATE, thread);
        if (listed.compareAndSet(NO, YES)) {
            do {
                next = OPENED.get();
            } while (!OPENED.compareAndSet(next, this));
        }
    }

    /** For the ticker, when the clock has moved on. */
    static void shutAll() {
        Gate gate = OPENED.getAndSet(null);
        while (gate != null) {
            Gate following = gate.next;
            gate.listed.set(NO);
            if (Clock.cpu != null) {
                gate.noteCpu();
            }
            gate.shut();
            gate = following;
        }
    }

    /** The owner may have left meanwhile. Nothing may be thrown here: the gates behind this one would stay open. */
    private void noteCpu() {
        long thread = thread();
        shutAt = System.nanoTime();
        try {
            cpuThen = thread == Cell.NOBODY ? UNKNOWN : Clock.cpu.of(thread);
        } catch (OutOfMemoryError programsOwn) {
            cpuThen = UNKNOWN;
        }
    }

    /**
     * For the owner: whether no processor ran its thread for a while after the ticker shut the gate. A tick that found it waiting
     * says nothing of who uses CPU time.
     *
     * @param now the time
     * @param cpu the owner's CPU time right after that, as the ticker reads both
     */
    boolean hasWaited(long now, long cpu) {
        long since = cpuThen;
        return since >= 0 && now - shutAt - (cpu - since) > WAIT_NANOS;
    }
}
