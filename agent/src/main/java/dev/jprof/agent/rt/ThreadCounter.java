package dev.jprof.agent.rt;

/**
 * What the JVM counts for a thread: its CPU time in nanoseconds, or the bytes that it allocated. Implemented outside of this
 * package, because it takes classes that few programs need.
 */
public interface ThreadCounter {
    /**
     * The count so far of the thread with an id, the calling one or another; negative where the JVM knows none, as for virtual
     * threads and for those that have ended.
     */
    long of(long thread);
}
