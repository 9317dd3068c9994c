package dev.jprof.agent.rt;

/** A thread's id, straight from the field that HotSpot has: what {@link ThreadId} is before JDK 19. */
final class ThreadIdField {
    private static final Memory MEMORY = Cell.MEMORY;
    private static final long OFFSET = offset();

    private ThreadIdField() {}

    private static long offset() {
        try {
            return MEMORY.objectFieldOffset(Thread.class.getDeclaredField("tid"));
        } catch (NoSuchFieldException otherJvm) {
            throw new IllegalStateException(otherJvm);
        }
    }

    static long of(Thread thread) {
        return MEMORY.getLong(thread, OFFSET);
    }
}
