package dev.jprof.agent.rt;

/**
 * Whose the bytes are that one thread allocates: at every event those since the last are charged to the node that was current,
 * and what the probes allocate themselves to nobody. Confined to the owner thread.
 *
 * <p>Where {@link ThreadWords} are not known the JVM is asked at each event, and no call takes the fast way.
 */
public final class AllocatedBytes {
    private static final Memory MEMORY = Cell.MEMORY;
    private static final int TRIES = 10;

    /** What counts the bytes of a thread, or null unless {@code alloc=on}. Set once, before the first probe. */
    static ThreadCounter counter;

    /**
     * Whether each event has to ask the JVM. Set right after the counter: the first look at {@link ThreadWords} searches for them with
     * it, and no event of the program may wait for that.
     */
    static boolean areAskedFor;

    /** What asking takes: before JDK 14 that makes two small arrays. */
    private static long bytesAReading;

    private final Gate gate;

    AllocatedBytes(Gate gate) {
        this.gate = gate;
    }

    /** Makes all calls say what they allocate. */
    public static void count(ThreadCounter allocatedBytes) {
        long thread = ThreadId.of(Thread.currentThread());
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = allocatedBytes.of(thread);
            least = Math.min(least, allocatedBytes.of(thread) - before);
        }
        bytesAReading = Math.max(0, least);
        counter = allocatedBytes;
        areAskedFor = !ThreadWords.KNOWN;
    }

    public static boolean areCounted() {
        return counter != null;
    }

    /** What the calling thread allocates until {@link #resume} is nobody's. */
    public static void pause() {
        Recorder recorder = counter == null ? null : Recorders.known();
        if (recorder != null) {
            recorder.bytes.charge();
        }
    }

    public static void resume() {
        Recorder recorder = counter == null ? null : Recorders.known();
        if (recorder != null) {
            recorder.bytes.skip();
        }
    }

    /** The owner sits down. */
    void begin() {
        if (counter != null) {
            MEMORY.putLong(gate.desk + Cell.WORDS, ThreadWords.ofCurrent());
            MEMORY.putLong(gate.desk + Cell.READ, 0);
            skip();
        }
    }

    /** Charges what the owner has allocated since the last reading. */
    void charge() {
        if (counter == null) {
            return;
        }
        if (areAskedFor) {
            chargeUpTo(gate.desk, counter.of(gate.thread()) - bytesAReading);
        } else {
            charge(gate.desk);
        }
    }

    /** What the owner has allocated since the last reading is nobody's. */
    void skip() {
        if (counter != null) {
            long bytes =
                    areAskedFor ? counter.of(gate.thread()) : ThreadWords.read(MEMORY.getLong(gate.desk + Cell.WORDS));
            MEMORY.putLong(gate.desk + Cell.READ, Math.max(bytes, MEMORY.getLong(gate.desk + Cell.READ)));
        }
    }

    /** For the probes: charges what the owner of a desk, the calling thread, has allocated since the last reading. */
    static void charge(long desk) {
        chargeUpTo(desk, ThreadWords.read(MEMORY.getLong(desk + Cell.WORDS)));
    }

    private static void chargeUpTo(long desk, long bytes) {
        long last = MEMORY.getLong(desk + Cell.READ);
        if (bytes > last) {
            long cell = MEMORY.getLong(desk + Cell.CURRENT);
            MEMORY.putLong(cell + Cell.ALLOCATED, MEMORY.getLong(cell + Cell.ALLOCATED) + bytes - last);
            MEMORY.putLong(desk + Cell.READ, bytes);
        }
    }

    /** What the owner's current node would be charged with now. May be called by another thread. */
    long uncharged() {
        if (counter == null || gate.thread() == Cell.NOBODY) {
            return 0;
        }
        return Math.max(0, counter.of(gate.thread()) - MEMORY.getLong(gate.desk + Cell.READ));
    }
}
