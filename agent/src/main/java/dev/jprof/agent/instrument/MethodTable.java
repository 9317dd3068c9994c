package dev.jprof.agent.instrument;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Method to dense id, append-only. The same names have the same id whichever loader defines the class, so the table is
 * bounded by the names that a program has. Thread-safe.
 */
public final class MethodTable {
    private static final int BLOCK = 1024;
    private static final int BLOCKS = 1024;

    private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<String, Integer>();
    private final AtomicReferenceArray<WovenMethod[]> blocks = new AtomicReferenceArray<WovenMethod[]>(BLOCKS);
    private final AtomicInteger size = new AtomicInteger();

    /** The id for a method, or -1 when the table is full. */
    int idOf(WovenMethod method) {
        String key = method.key();
        Integer known = ids.get(key);
        if (known != null) {
            get(known.intValue()).sharedWith(method.codeHash());
            return known.intValue();
        }
        int id = size.getAndIncrement();
        if (id < 0 || id >= BLOCK * BLOCKS) {
            size.set(BLOCK * BLOCKS);
            return -1;
        }
        set(id, method);
        Integer earlier = ids.putIfAbsent(key, Integer.valueOf(id));
        if (earlier == null) {
            return id;
        }
        get(earlier.intValue()).sharedWith(method.codeHash());
        return earlier.intValue();
    }

    public WovenMethod get(int id) {
        return blocks.get(id / BLOCK)[id % BLOCK];
    }

    private void set(int id, WovenMethod method) {
        int block = id / BLOCK;
        if (blocks.get(block) == null) {
            blocks.compareAndSet(block, null, new WovenMethod[BLOCK]);
        }
        blocks.get(block)[id % BLOCK] = method;
    }
}
