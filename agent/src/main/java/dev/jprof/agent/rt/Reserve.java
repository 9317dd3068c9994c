package dev.jprof.agent.rt;

import java.util.Arrays;

/**
 * Memory for the end of a program that has filled its heap, which is when somebody wants its profile most. Without any the JVM does
 * not even start its shutdown hooks.
 */
public final class Reserve {
    /** An exception is no sign of a full heap where more than this part of it and some regions are free. */
    private static final int PART = 16;

    private static final long REGIONS = 4 << 20;

    private static byte[][] pieces = {};

    private Reserve() {}

    /** Takes over memory; whoever empties the array gives it back as well. */
    public static void keep(byte[][] memory) {
        pieces = memory;
    }

    /** A thread's outermost method ended by an exception, as those do that find no memory; the program may end of that. */
    static void threadFails() {
        Runtime heap = Runtime.getRuntime();
        long free = heap.maxMemory() - heap.totalMemory() + heap.freeMemory();
        if (free < heap.maxMemory() / PART + REGIONS) {
            Arrays.fill(pieces, null);
        }
    }
}
