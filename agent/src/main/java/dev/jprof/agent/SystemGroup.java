package dev.jprof.agent;

/** The group of the JVM's own threads, where the program neither counts nor interrupts the agent's. */
final class SystemGroup {
    private SystemGroup() {}

    static ThreadGroup get() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
