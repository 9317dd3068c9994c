package dev.jprof.agent.rt;

/**
 * Finds out which words of a thread's structure say what it has allocated, by allocating and looking what changes. What is found
 * has agreed with the JVM's own count again and again. Takes some milliseconds, and tenths of a second where buffers are large.
 */
final class WordSearch {
    /** How far into the structure is looked: it is longer on all JDKs, and the words are in its first half. */
    static final int WORDS = 80;

    private static final Memory MEMORY = Cell.MEMORY;
    private static final int TRIALS = 64;

    /** More than a header and the padding behind an object. */
    private static final int OVERHEAD = 512;

    /** The other words of a buffer that may lie before that of the earlier ones. */
    private static final int MOST_BETWEEN = 24;

    private static final int LOOKS = 16;

    /** So many values of the bytes in earlier buffers must have been seen. */
    private static final int VALUES = 3;

    private static final int FIRST_CHUNK = 1 << 16;

    /** A buffer may take megabytes: with the parallel and the serial collector a fiftieth of the space for new objects. */
    private static final int LARGEST_CHUNK = 1 << 26;

    private static final int MOST_CHUNKS = 16;

    /** A chunk takes a part of the heap at most, and there must be room for several: the JVM may be told to end when it has no memory. */
    private static final int CHUNKS_A_HEAP = 64;

    private static final int CHUNKS_FREE = 4;

    /** What is stored here the compiler must allocate. */
    static Object kept;

    private final long address;
    private final long[] before = new long[WORDS];
    private final long[] after = new long[WORDS];

    /** How often each word behaved like the one that is looked for. */
    private final int[] hits = new int[WORDS];

    WordSearch(long address) {
        this.address = address;
    }

    /** The places of the buffer's start, of its top, and of the bytes in earlier buffers; null where they can't be told. */
    int[] find() {
        if (address == ThreadWords.NOBODYS || AllocatedBytes.counter == null) {
            return null;
        }
        try {
            int top = top();
            int earlier = top < 1 ? -1 : earlier(top);
            return earlier < 0 ? null : new int[] {top - 1, top, earlier};
        } catch (OutOfMemoryError smallHeap) {
            return null;
        } finally {
            kept = null;
        }
    }

    /**
     * The word that moves on by the size of objects: of nearly each, as some don't fit into the rest of a buffer. The start of
     * the buffer is right before it on all JDKs.
     */
    private int top() {
        for (int trial = 0; trial < TRIALS; trial++) {
            int length = 128 * (1 + trial % 7);
            copyTo(before);
            kept = new byte[length];
            copyTo(after);
            for (int word = 0; word < WORDS; word++) {
                long grown = after[word] - before[word];
                hits[word] += grown >= length && grown <= length + OVERHEAD ? 1 : 0;
            }
        }
        return hits[most()] >= TRIALS / 4 ? most() : -1;
    }

    /**
     * The word that makes up what the JVM counts together with the current buffer. In a thread's first buffer, and after a
     * collection, others do too: so larger and larger objects are allocated, until several have not fit into what was left of it.
     */
    private int earlier(int top) {
        int looks = 0;
        int values = 0;
        long last = 0;
        int size = FIRST_CHUNK;
        for (int chunk = 0; chunk < MOST_CHUNKS && values < VALUES && hasRoomFor(size); chunk++) {
            if (last == 0) {
                looks = 0;
                java.util.Arrays.fill(hits, 0);
            }
            look(top);
            looks += LOOKS;
            long value = MEMORY.getLong(address + 8L * most());
            // What did not fit once will not fit again.
            size = value == last ? longer(size) : size;
            values += value == last ? 0 : 1;
            last = value;
            kept = null;
            kept = new byte[size];
        }
        return values == VALUES && hits[most()] >= looks * 3 / 4 ? most() : -1;
    }

    private static int longer(int size) {
        long most = Math.min(LARGEST_CHUNK, Runtime.getRuntime().maxMemory() / CHUNKS_A_HEAP);
        return (int) Math.max(size, Math.min(2L * size, most));
    }

    private static boolean hasRoomFor(long size) {
        Runtime jvm = Runtime.getRuntime();
        return jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory() > CHUNKS_FREE * size;
    }

    private void look(int top) {
        long thread = ThreadId.of(Thread.currentThread());
        for (int look = 0; look < LOOKS; look++) {
            long counted = AllocatedBytes.counter.of(thread);
            copyTo(after);
            for (int word = top + 1; word < Math.min(WORDS, top + MOST_BETWEEN); word++) {
                hits[word] += after[word] + after[top] - after[top - 1] == counted ? 1 : 0;
            }
            kept = new byte[look];
        }
    }

    private void copyTo(long[] words) {
        for (int word = 0; word < WORDS; word++) {
            words[word] = MEMORY.getLong(address + 8L * word);
        }
    }

    /** The word with the most hits, the first of several. */
    private int most() {
        int most = 0;
        for (int word = 1; word < WORDS; word++) {
            if (hits[word] > hits[most]) {
                most = word;
            }
        }
        return most;
    }
}
