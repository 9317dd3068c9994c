package dev.jprof.agent.rt;

/**
 * The part of a node that the probes touch: cache lines outside the Java heap. Without object headers, bounds and the
 * collector's barriers the compiled probe is a third as long. The first line is the node's own; two more have places for
 * children, which the node of a leaf goes without.
 *
 * <p>What the probes know of a recorder, its desk, is a line, too.
 */
final class Cell {
    static final Memory MEMORY = Memory.getUnsafe();

    /** Bytes of a cache line. */
    static final int LINE = 64;

    /** Places for children, by the low bits of their method's number. */
    static final int PLACES = 16;

    /** Offset of the places: each the address of a child's cell, or {@link #NONE}. */
    static final int FIRST_PLACE = LINE;

    static final int BYTES = FIRST_PLACE + 8 * PLACES;

    /** int: the method id while calls are timed by the coarse clock, its complement while they are timed by exact reads. */
    static final int KEY = 0;

    /** int: length of the table of children, a power of two, less one. */
    static final int MASK = 4;

    /** Address of the table of children, {@link #NO_TABLE} while each has a place: a perfect hash of cells, or {@link #NONE}. */
    static final int KIDS = 8;

    static final int CALLS = 16;

    /** Address of the desk of the recorder. */
    static final int DESK = 24;

    /** int: which of its recorder's nodes this is. */
    static final int NUMBER = 32;

    /** Bytes that the node allocated itself, under {@code alloc=on}. */
    static final int ALLOCATED = 40;

    /** An int before each table of children: its length, for those who read it while the owner changes it. */
    static final int LENGTH_BEFORE_TABLE = -4;

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

    /** In a desk, under {@code alloc=on}: the address of the {@link ThreadWords} of the thread that sits there. */
    static final int WORDS = 24;

    /** In a desk, the bytes that its thread had allocated at the last reading. */
    static final int READ = 32;

    static final long NOBODYS_DESK = nobodysDesk();

    /** What is found where there is no child: its key is nobody's. */
    static final long NONE = nobody();

    /** A table of one place in which there is no child. */
    static final long NO_TABLE = noTable();

    private Cell() {}

    private static long nobodysDesk() {
        long desk = aligned(LINE);
        MEMORY.putLong(desk + THREAD, NOBODY);
        MEMORY.putLong(desk + GATE, SHUT);
        return desk;
    }

    private static long nobody() {
        long cell = aligned(LINE);
        MEMORY.putInt(cell + KEY, Integer.MIN_VALUE);
        MEMORY.putLong(cell + DESK, NOBODYS_DESK);
        MEMORY.putLong(cell + OTHER_DESK, NOBODYS_DESK);
        return cell;
    }

    private static long noTable() {
        long table = aligned(LINE) + 8;
        MEMORY.putInt(table + LENGTH_BEFORE_TABLE, 1);
        MEMORY.putLong(table, NONE);
        return table;
    }

    /** Memory that is never given back, at a multiple of 64, all zero. */
    static long aligned(long bytes) {
        long address = MEMORY.allocateMemory(bytes + LINE);
        long start = start(address + LINE - 1);
        MEMORY.setMemory(start, bytes, (byte) 0);
        return start;
    }

    /** Fills in the cell at an address whose memory is all zero. */
    static void fill(long cell, long desk, int key, int number) {
        MEMORY.putInt(cell + KEY, key);
        MEMORY.putLong(cell + KIDS, NO_TABLE);
        MEMORY.putLong(cell + DESK, desk);
        MEMORY.putInt(cell + NUMBER, number);
        MEMORY.putLong(cell + NEXT, 1);
        MEMORY.putLong(cell + OTHER_DESK, NOBODYS_DESK);
    }

    static void fillPlaces(long cell) {
        for (int place = 0; place < PLACES; place++) {
            MEMORY.putLong(place(cell, place), NONE);
        }
    }

    /** Where the child for a method has its place. */
    static long place(long cell, int id) {
        return cell + FIRST_PLACE + ((id & PLACES - 1) << 3);
    }

    /** The child for a method in the table, or some other, or {@link #NONE}. */
    static long inTable(long cell, int id) {
        long place = id & MEMORY.getInt(cell + MASK);
        return MEMORY.getLong(MEMORY.getLong(cell + KIDS) + (place << 3));
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
        return address & -LINE;
    }
}
