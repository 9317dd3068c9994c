package dev.jprof.agent.rt;

/**
 * The part of a node that the probes touch: 64 bytes outside the Java heap, one cache line, at a multiple of 64. Without
 * object headers, bounds and the collector's barriers the compiled probe is a third as long.
 *
 * <p>What the probes know of a recorder, its desk, is another 64 bytes.
 */
final class Cell {
    static final Memory MEMORY = Memory.getUnsafe();
    static final int BYTES = 64;

    /** int: the method id while calls are timed by the coarse clock, its complement while they are timed by exact reads. */
    static final int KEY = 0;

    /** int: length of the table of children, a power of two, less one. */
    static final int MASK = 4;

    /** Address of the table of children: a perfect hash of cells, {@link #NONE} where there is none. */
    static final int KIDS = 8;

    static final int CALLS = 16;

    /** Address of the desk of the recorder. */
    static final int DESK = 24;

    /** int: which of its recorder's nodes this is. */
    static final int NUMBER = 32;

    /** An int before each table of children: its length, for those who read it while the owner changes it. */
    static final int LENGTH_BEFORE_TABLE = -4;

    /** The table that a cell brings along, of one child. */
    static final int OWN_TABLE = 40;

    /** The number of the call to be measured next. */
    static final int NEXT = 48;

    /** The desk of nobody, whose gate is always shut: see {@link #slowly}. */
    private static final int OTHER_DESK = 56;

    /** In a desk, the id of the thread that sits there, or {@link #NOBODY}. */
    static final int THREAD = 0;

    static final long NOBODY = -1;

    /** In a desk, the cell that is current. */
    static final int CURRENT = 8;

    /** In a desk: the id of the thread that sits there while its calls may take the fast way, else {@link #SHUT}. */
    static final int GATE = 16;

    static final long SHUT = -1;

    static final long NOBODYS_DESK = nobodysDesk();

    /** What is found where there is no child: its key is nobody's. */
    static final long NONE = allocate(NOBODYS_DESK, Integer.MIN_VALUE, 0, aligned(BYTES));

    private Cell() {}

    private static long nobodysDesk() {
        long desk = aligned(BYTES);
        MEMORY.putLong(desk + THREAD, NOBODY);
        MEMORY.putLong(desk + GATE, SHUT);
        return desk;
    }

    /** Memory that is never given back, at a multiple of 64, all zero. */
    static long aligned(long bytes) {
        long address = MEMORY.allocateMemory(bytes + BYTES);
        long start = start(address + BYTES - 1);
        MEMORY.setMemory(start, bytes, (byte) 0);
        return start;
    }

    /** Fills in the cell at an address whose memory is all zero. */
    static long allocate(long desk, int key, int number, long cell) {
        MEMORY.putInt(cell + KEY, key);
        MEMORY.putInt(cell + OWN_TABLE + LENGTH_BEFORE_TABLE, 1);
        MEMORY.putLong(cell + OWN_TABLE, NONE);
        MEMORY.putLong(cell + KIDS, cell + OWN_TABLE);
        MEMORY.putLong(cell + DESK, desk);
        MEMORY.putInt(cell + NUMBER, number);
        MEMORY.putLong(cell + NEXT, 1);
        MEMORY.putLong(cell + OTHER_DESK, NOBODYS_DESK);
        return cell;
    }

    /**
     * The same cell by an address that makes an exit to it take the slow way: half a cell further on, where its desk is
     * looked for, nobody's is found. Costs the exits that are fast nothing.
     */
    static long slowly(long cell) {
        return cell + OTHER_DESK - DESK;
    }

    static boolean isSlow(long address) {
        return address != start(address);
    }

    /** The cell that an address lies in. */
    static long start(long address) {
        return address & -BYTES;
    }
}
