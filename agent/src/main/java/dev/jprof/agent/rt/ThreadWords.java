package dev.jprof.agent.rt;

/**
 * What HotSpot keeps of the bytes that a thread has allocated, read from the thread's own structure, as compiled code does when it
 * allocates: what earlier buffers took, and where the current one begins and is filled to. That costs a nanosecond, and the
 * JVM's method fifty. Where in the structure they lie differs by version, so they are looked for: see {@link WordSearch}.
 */
final class ThreadWords {
    private static final Memory MEMORY = Cell.MEMORY;

    /** For threads of which nothing is known, virtual ones among them: words that stay 0. */
    static final long NOBODYS = Cell.aligned(8 * WordSearch.WORDS);

    private static final long EETOP = eetop();

    private static final int[] FOUND = new WordSearch(ofCurrent()).find();

    /** False where the words were not found, and bytes have to be asked for. */
    static final boolean KNOWN = FOUND != null;

    private static final long START = KNOWN ? 8 * FOUND[0] : 0;
    private static final long TOP = KNOWN ? 8 * FOUND[1] : 0;
    private static final long EARLIER = KNOWN ? 8 * FOUND[2] : 0;

    private ThreadWords() {}

    /** The offset of the field in which a thread keeps the address of its structure. */
    private static long eetop() {
        try {
            return Cell.MEMORY.objectFieldOffset(Thread.class.getDeclaredField("eetop"));
        } catch (NoSuchFieldException otherJvm) {
            return -1;
        }
    }

    /** The address of the calling thread's structure, valid until the thread ends, or {@link #NOBODYS}. */
    static long ofCurrent() {
        long address = EETOP < 0 ? 0 : MEMORY.getLong(Thread.currentThread(), EETOP);
        return address == 0 ? NOBODYS : address;
    }

    /**
     * The bytes so far of the calling thread, whose structure is at {@code address}. Where the collector took its buffer away meanwhile,
     * which compiled code does not let happen, they are read again: the thread allocates nothing before the probe is over.
     */
    static long read(long address) {
        long start;
        long bytes;
        do {
            start = MEMORY.getLong(address + START);
            bytes = MEMORY.getLong(address + EARLIER) + MEMORY.getLong(address + TOP) - start;
        } while (MEMORY.getLong(address + START) != start);
        return bytes;
    }
}
