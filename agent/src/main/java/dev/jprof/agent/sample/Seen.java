package dev.jprof.agent.sample;

import java.util.HashSet;
import java.util.Set;

/**
 * Which events were seen already: what streams and what is written at the end overlap. Remembers events of the last one to two
 * windows; what is older than that was seen long ago.
 */
final class Seen {
    private final long windowNanos;
    private Set<Long> older = new HashSet<Long>();
    private Set<Long> newer = new HashSet<Long>();
    private long olderBegin;
    private long newerBegin;

    /** @param beginNanos what ended before then is not wanted; nanoseconds since 1970, as all times here */
    Seen(long windowNanos, long beginNanos) {
        this.windowNanos = windowNanos;
        this.olderBegin = beginNanos;
        this.newerBegin = beginNanos;
    }

    /** Returns true the first time. */
    boolean isNew(long endNanos, long threadId, String event) {
        if (endNanos < olderBegin) {
            return false;
        }
        if (endNanos > newerBegin + 2 * windowNanos) {
            older = newer;
            newer = new HashSet<Long>();
            olderBegin = newerBegin;
            newerBegin = endNanos - windowNanos;
        }
        Long key = Long.valueOf((endNanos * 31 + threadId) * 31 + event.hashCode());
        return !older.contains(key) && newer.add(key);
    }
}
