package dev.jprof.agent.rt;

/**
 * A number that tells threads apart. A thread's class may override {@code getId}, so in the agent's jar this class reads it by
 * {@code threadId()} on JDK 19 and later, and {@link ThreadIdField} stands in its place before: see {@code Placement}.
 */
final class ThreadId {
    private ThreadId() {}

    static long of(Thread thread) {
        return thread.getId();
    }
}
