package dev.jprof.agent.sample;

/** The group of the JVM's own threads, where the program neither counts nor interrupts the agent's. */
public final class SystemGroup {
    private SystemGroup() {}

    public static ThreadGroup get() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
