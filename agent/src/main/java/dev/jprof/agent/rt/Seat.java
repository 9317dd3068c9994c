package dev.jprof.agent.rt;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Who records in a recorder: one thread at a time, and after its end another. Confined to its owner, but for what others may ask
 * and for {@link #passOn}, by which any thread may become the owner after one that has ended.
 */
public final class Seat {
    /** Whether it is for virtual threads. */
    final boolean virtual;

    private final AtomicReference<Thread> owner = new AtomicReference<Thread>();

    /** The owner again, in a field that the owner can read without a barrier. */
    Thread thread;

    /** How many sessions need the recorder to stay with its thread. */
    private final AtomicInteger held = new AtomicInteger();

    private volatile String name = "";
    private volatile long threadId;
    private volatile long threads;
    private volatile boolean leftOut;

    Seat(boolean virtual) {
        this.virtual = virtual;
    }

    /** Makes a thread the owner of a seat that no other thread can reach. */
    void reserve(Thread next) {
        owner.set(next);
    }

    /** Makes a thread the owner of a seat that has none, or one that has ended; false where another was quicker. */
    boolean passOn(Thread next) {
        Thread last = owner.get();
        return (last == null || !last.isAlive()) && owner.compareAndSet(last, next);
    }

    /** Whether the last owner has ended and is still kept here. */
    boolean isOrphaned() {
        Thread last = owner.get();
        return last != null && !last.isAlive();
    }

    /** The owner begins to record. */
    void take(Thread owner) {
        keepName(owner);
        threads++;
        thread = owner;
    }

    /** Notes the id that the program knows the owner by; asking for it may run code of the program. */
    void identify() {
        threadId = thread.getId();
    }

    /** Nobody sits here any more. */
    void leave() {
        Thread last = thread;
        thread = null;
        if (last != null) {
            keepName(last);
        }
        owner.set(null);
    }

    private void keepName(Thread owner) {
        if (!virtual) {
            name = owner.getName();
        }
    }

    /** What is recorded here is nobody's business: the agent's own measurements. */
    void leaveOut() {
        leftOut = true;
    }

    public boolean isLeftOut() {
        return leftOut;
    }

    void hold() {
        held.incrementAndGet();
    }

    /** Undoes {@link #hold}; whether nobody holds it any more. */
    boolean letGo() {
        return held.decrementAndGet() == 0;
    }

    boolean isHeld() {
        return held.get() > 0;
    }

    /** The thread that records here now, or null. */
    public Thread owner() {
        return owner.get();
    }

    /** Whether a thread sits here that still runs. */
    public boolean isTaken() {
        Thread sitting = thread;
        return sitting != null && sitting == owner.get() && sitting.isAlive();
    }

    /** That of the thread that sits here or sat here last; empty for virtual threads. */
    public String name() {
        Thread last = thread;
        return last == null || virtual ? name : last.getName();
    }

    public long threadId() {
        return threadId;
    }

    /** How many threads have recorded here. */
    public long threads() {
        return threads;
    }
}
