package dev.jprof.agent.rt;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * All recorders, and which thread has which. A platform thread keeps its recorder for life; a virtual thread takes one at its
 * outermost probe and gives it back when that method ends, so there are as many as there are threads inside instrumented
 * code at one time.
 */
public final class Recorders {
    /** From so many on, the trees of ended threads go to new ones. */
    private static final int KEPT = 256;

    private static final int SLOTS = 64;
    private static final Class<?> VIRTUAL_THREAD = virtualThreadClass();

    private static final int PLACES = 4096;

    /** Where a thread finds its recorder and its desk at once, unless another thread's id falls on the same place. */
    private static final Recorder[] RECORDERS = new Recorder[PLACES];

    private static final long DESKS = noDesks();

    private static final ThreadLocal<Recorder> CURRENT = new ThreadLocal<Recorder>();
    private static final AtomicReference<Recorder> PLATFORM = new AtomicReference<Recorder>();
    private static final AtomicReference<Recorder> VIRTUAL = new AtomicReference<Recorder>();
    private static final AtomicReferenceArray<Recorder> FREE = new AtomicReferenceArray<Recorder>(SLOTS);
    private static final AtomicReference<Free> MORE_FREE = new AtomicReference<Free>();

    private static final AtomicInteger PLATFORM_COUNT = new AtomicInteger();

    private Recorders() {}

    /** A cell of the list of free recorders. Cells are never used twice, which makes compare-and-set safe. */
    private static final class Free {
        final Recorder recorder;
        final Free next;

        Free(Recorder recorder, Free next) {
            this.recorder = recorder;
            this.next = next;
        }
    }

    /** The newest of the recorders of platform or of virtual threads; {@link Recorder#previous} leads to the others. */
    public static Recorder newest(boolean virtual) {
        return (virtual ? VIRTUAL : PLATFORM).get();
    }

    private static long noDesks() {
        long desks = Cell.aligned(PLACES << 3);
        for (long place = 0; place < PLACES; place++) {
            Cell.MEMORY.putLong(desks + (place << 3), Cell.NOBODYS_DESK);
        }
        return desks;
    }

    /**
     * The desk in a thread's place. It is the thread's only if it says so: another may sit there, whose cells must not be
     * touched then; {@link #find} finds or makes the right one.
     */
    static long deskAt(long thread) {
        return Cell.MEMORY.getLong(DESKS + ((thread & PLACES - 1) << 3));
    }

    /**
     * The calling thread's recorder, made now if need be.
     *
     * @throws OutOfMemoryError when there is no memory for one
     */
    static Recorder find() {
        Thread thread = Thread.currentThread();
        int place = (int) ThreadId.of(thread) & PLACES - 1;
        Recorder there = RECORDERS[place];
        if (there != null && there.seat().thread == thread) {
            return there;
        }
        Recorder known = CURRENT.get();
        Recorder recorder = known == null ? attach(thread) : known;
        if (there == null || there.seat().thread == null || there.seat().virtual) {
            RECORDERS[place] = recorder;
            Cell.MEMORY.putLong(DESKS + ((long) place << 3), recorder.desk());
        }
        return recorder;
    }

    /** The calling thread's recorder, or null while it has none. */
    static Recorder known() {
        Thread thread = Thread.currentThread();
        Recorder there = RECORDERS[(int) ThreadId.of(thread) & PLACES - 1];
        return there != null && there.seat().thread == thread ? there : CURRENT.get();
    }

    /** Gives the calling thread a recorder. */
    private static Recorder attach(Thread thread) {
        boolean virtual = VIRTUAL_THREAD != null && VIRTUAL_THREAD.isInstance(thread);
        Recorder recorder = virtual ? takeVirtual(thread) : takePlatform(thread);
        CURRENT.set(recorder);
        recorder.begin(thread, ThreadId.of(thread));
        // Last, because a thread's class may override what is asked, and may be instrumented.
        recorder.seat().identify();
        return recorder;
    }

    /**
     * The calling thread's recorder, which stays with it and goes to no other thread until {@link Recorder#letGo}.
     *
     * @throws OutOfMemoryError when there is no memory for one
     */
    public static Recorder hold() {
        Recorder recorder = find();
        recorder.seat().hold();
        return recorder;
    }

    /** Takes a virtual thread's recorder back when its outermost instrumented method ends. */
    static void release(Recorder recorder) {
        CURRENT.set(null);
        giveBack(recorder);
    }

    static void giveBack(Recorder recorder) {
        recorder.shut();
        recorder.seat().leave();
        int slot = (int) (recorder.seat().threadId() & (SLOTS - 1));
        if (!FREE.compareAndSet(slot, null, recorder)) {
            Free head;
            do {
                head = MORE_FREE.get();
            } while (!MORE_FREE.compareAndSet(head, new Free(recorder, head)));
        }
    }

    /** Leaves what the calling thread records out of every snapshot; it must not have recorded before. */
    public static void leaveOutCurrent() {
        Thread thread = Thread.currentThread();
        Recorder recorder = takeLeftOut(thread);
        CURRENT.set(recorder);
        recorder.begin(thread, ThreadId.of(thread));
        recorder.seat().identify();
    }

    /** That of an earlier ticker, if there was one, so that recordings one after another don't take more and more of them. */
    private static Recorder takeLeftOut(Thread thread) {
        for (Recorder recorder = PLATFORM.get(); recorder != null; recorder = recorder.previous) {
            if (recorder.seat().isLeftOut() && recorder.seat().passOn(thread)) {
                return recorder;
            }
        }
        Recorder recorder = new Recorder(false);
        recorder.seat().reserve(thread);
        recorder.seat().leaveOut();
        publish(recorder, PLATFORM);
        return recorder;
    }

    /**
     * Lets go of threads that have ended, so that neither they nor their class loaders are kept. The calling thread takes their
     * seats for that moment, or a new thread could sit down before the place is tidied.
     */
    public static void forgetEndedThreads() {
        for (Recorder recorder = PLATFORM.get(); recorder != null; recorder = recorder.previous) {
            Seat seat = recorder.seat();
            if (seat.isOrphaned() && seat.passOn(Thread.currentThread())) {
                recorder.shut();
                seat.leave();
            }
        }
    }

    private static Recorder takePlatform(Thread thread) {
        boolean reuse = PLATFORM_COUNT.get() >= KEPT || NodeBudget.isHalfUsed();
        Recorder ended = null;
        for (Recorder recorder = PLATFORM.get(); recorder != null; recorder = recorder.previous) {
            Seat seat = recorder.seat();
            if (seat.owner() == thread) {
                return recorder;
            }
            if (reuse && ended == null && !seat.isLeftOut() && !seat.isHeld() && seat.passOn(thread)) {
                ended = recorder;
            }
        }
        Recorder recorder = ended;
        if (recorder == null) {
            recorder = new Recorder(false);
            recorder.seat().reserve(thread);
            PLATFORM_COUNT.incrementAndGet();
        }
        if (ended == null) {
            publish(recorder, PLATFORM);
        }
        return recorder;
    }

    private static Recorder takeVirtual(Thread thread) {
        Recorder recorder = free(System.identityHashCode(thread) & (SLOTS - 1));
        boolean fresh = recorder == null;
        if (fresh) {
            recorder = new Recorder(true);
        }
        recorder.seat().reserve(thread);
        if (fresh) {
            publish(recorder, VIRTUAL);
        }
        return recorder;
    }

    private static Recorder free(int slot) {
        Recorder recorder = FREE.getAndSet(slot, null);
        if (recorder != null) {
            return recorder;
        }
        Free head;
        do {
            head = MORE_FREE.get();
        } while (head != null && !MORE_FREE.compareAndSet(head, head.next));
        return head == null ? null : head.recorder;
    }

    private static void publish(Recorder recorder, AtomicReference<Recorder> list) {
        do {
            recorder.previous = list.get();
        } while (!list.compareAndSet(recorder.previous, recorder));
    }

    private static Class<?> virtualThreadClass() {
        try {
            return Class.forName("java.lang.BaseVirtualThread", false, null);
        } catch (ClassNotFoundException beforeVirtualThreads) {
            return null;
        }
    }
}
