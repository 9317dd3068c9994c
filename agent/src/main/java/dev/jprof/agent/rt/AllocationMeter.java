package dev.jprof.agent.rt;

/**
 * The bytes that one thread has allocated, without those that its probes allocated and the reading itself: before JDK 14 that
 * makes two small arrays. Confined to the owner thread.
 */
final class AllocationMeter {
    private static final int TRIES = 10;

    /** What counts the bytes, or null unless {@code alloc=on}. Set once, before the first probe. */
    private static ThreadCounter counter;

    private static long bytesAReading;

    /** What is not the program's. */
    private long own;

    private long paused;

    /** Makes meters work. */
    static void use(ThreadCounter allocatedBytes, long thread) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = allocatedBytes.of(thread);
            least = Math.min(least, allocatedBytes.of(thread) - before);
        }
        bytesAReading = Math.max(0, least);
        counter = allocatedBytes;
    }

    static boolean isOn() {
        return counter != null;
    }

    /** The program's bytes so far, negative where they are not known. What is allocated until {@link #resume} is not its own. */
    long pause(long thread) {
        paused = counter == null ? -1 : read(thread);
        return paused;
    }

    /** The program's bytes so far, as at {@link #pause}. */
    long resume(long thread) {
        if (paused >= 0) {
            own += Math.max(0, read(thread) - paused) + bytesAReading;
        }
        return paused;
    }

    /** Less is read than is allocated when this returns: what reading takes is there only at the next reading. */
    private long read(long thread) {
        long all = counter.of(thread);
        return all < 0 ? -1 : all - own;
    }

    /** The same by a look from another thread. */
    long bytesFromOutside(long thread) {
        return counter == null ? -1 : counter.of(thread) - own;
    }
}
