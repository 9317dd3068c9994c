package dev.jprof.agent.rt;

/**
 * A number that tells threads apart. In the agent's jar this class stands for one that is generated for the running JDK: see
 * {@code instrument.ThreadIdCode}. This one calls a method that a thread's class may override, before JDK 19.
 */
final class ThreadId {
    private ThreadId() {}

    static long of(Thread thread) {
        return thread.getId();
    }
}
