package dev.jprof.report.io;

/**
 * Counts the bytes that a document makes the reader keep, so that a hostile or huge one ends with a message instead of an
 * OutOfMemoryError. The rest of the heap is for the copy of one column and for those who use the profile.
 */
final class MemoryBudget {
    private final long limit;
    private long used;

    MemoryBudget(long heapBytes) {
        this.limit = heapBytes / 3;
    }

    /** False when the bytes are not there. */
    boolean take(long bytes) {
        used += bytes;
        return used <= limit;
    }
}
