package dev.jprof.agent.instrument;

import dev.jprof.agent.rt.Node;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Method to dense id, append-only. The same names have the same id whichever loader defines the class, unless the method is a
 * leaf in one of them only, so the table is bounded by the names that a program has. Thread-safe.
 */
public final class MethodTable {
    private static final int BLOCK = 1024;
    private static final int BLOCKS = Node.FIRST_SPAN / BLOCK;
    private static final int MOST_SPANS = 16 * BLOCK;
    private static final String OTHER_SPANS = "[other spans]";

    private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<String, Integer>();
    private final AtomicReferenceArray<WovenMethod[]> blocks =
            new AtomicReferenceArray<WovenMethod[]>(BLOCKS + MOST_SPANS / BLOCK);
    private final AtomicInteger size = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> spans = new ConcurrentHashMap<String, Integer>();

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

    /** The id for a span; once there are 16,000 names, new ones share one. */
    public int spanId(String name) {
        Integer known = spans.get(name);
        return known == null ? newSpan(name) : known.intValue();
    }

    private synchronized int newSpan(String name) {
        String kept = spans.size() < MOST_SPANS - 1 ? name : OTHER_SPANS;
        Integer known = spans.get(kept);
        if (known == null) {
            known = Integer.valueOf(Node.FIRST_SPAN + spans.size());
            set(known.intValue(), WovenMethod.span(kept));
            spans.put(kept, known);
        }
        return known.intValue();
    }

    /** How many methods have ids: all below this. */
    public int size() {
        return Math.min(size.get(), BLOCK * BLOCKS);
    }

    /** What an id stands for; null for a method that is just being entered. */
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
