package dev.jprof.agent.rt;

/**
 * One method on one path of callers, in one thread's call tree: what the slow way needs; what every call needs is in its
 * {@link Cell}. Written by the owner thread alone, except {@link #waiting} (the ticker alone); others may read it at any time
 * and see values that are slightly old.
 */
public final class Node {
    static final int NO_METHOD = -1;
    private static final Memory MEMORY = Cell.MEMORY;

    public final int id;
    public final Node parent;
    final Recorder recorder;
    final long cell;

    /** Exact reads since {@link #windowStart}: see {@link ReadBudget}. */
    int reads;

    long windowStart;

    public long self;
    public long errors;
    public long waiting;

    /**
     * The sum of squares, in square microseconds, of those ticks charged here of which others may have had a part: the
     * variance of {@link #self}, because a tick falls on one of those who shared it, in proportion to their parts.
     */
    public long spread;

    /** How long single calls took; null before the first is measured. */
    Durations durations;

    /** The next child with the same place in the parent's table. */
    private Node next;

    Node(int id, int key, Node parent, Recorder recorder) {
        this.id = id;
        this.parent = parent;
        this.recorder = recorder;
        this.cell = recorder.newCell(this, key);
    }

    public long calls() {
        return MEMORY.getLong(cell + Cell.CALLS);
    }

    void count() {
        MEMORY.putLong(cell + Cell.CALLS, calls() + 1);
    }

    /** The number of the call to be measured next, while the coarse clock times the others. */
    long next() {
        return MEMORY.getLong(cell + Cell.NEXT);
    }

    void setNext(long call) {
        MEMORY.putLong(cell + Cell.NEXT, call);
    }

    /** How long single calls took, or null. */
    public Durations durations() {
        return durations;
    }

    /** Whether it stands for several paths. */
    boolean isFolded() {
        return this == recorder.overflow || parent == recorder.overflow;
    }

    int key() {
        return MEMORY.getInt(cell + Cell.KEY);
    }

    void setKey(int key) {
        MEMORY.putInt(cell + Cell.KEY, key);
    }

    /** The child for a method, or null. */
    Node kid(int method) {
        long table = MEMORY.getLong(cell + Cell.KIDS);
        int mask = MEMORY.getInt(cell + Cell.MASK);
        for (Node kid = at(table, method & mask); kid != null; kid = kid.next) {
            if (kid.id == method) {
                return kid;
            }
        }
        return null;
    }

    /** The first child at a place, or null. */
    private Node at(long table, int place) {
        long kid = MEMORY.getLong(table + ((long) place << 3));
        return kid == Cell.NONE ? null : recorder.nodeAt(kid);
    }

    /** Adds a child; the new table is published by one store, so that readers see the old or the new one, whole. */
    void add(Node kid) {
        long table = MEMORY.getLong(cell + Cell.KIDS);
        int length = lengthOf(table);
        long place = table + ((long) (kid.id & (length - 1)) << 3);
        if (MEMORY.getLong(place) == Cell.NONE) {
            MEMORY.storeFence();
            MEMORY.putLong(place, kid.cell);
        } else {
            spread(all(table, kid), length);
        }
    }

    private static int lengthOf(long table) {
        return MEMORY.getInt(table + Cell.LENGTH_BEFORE_TABLE);
    }

    private Node[] all(long table, Node added) {
        Node[] all = new Node[countKids(table) + 1];
        int filled = 0;
        for (int place = 0; place < lengthOf(table); place++) {
            for (Node kid = at(table, place); kid != null; kid = kid.next) {
                all[filled++] = kid;
            }
        }
        all[filled] = added;
        return all;
    }

    private int countKids(long table) {
        int count = 0;
        for (int place = 0; place < lengthOf(table); place++) {
            for (Node kid = at(table, place); kid != null; kid = kid.next) {
                count++;
            }
        }
        return count;
    }

    /** All children in the smallest table in which no two collide, or chained where that took more than 32 places a child. */
    private void spread(Node[] all, int least) {
        int length = Math.max(2, least);
        while (collide(all, length) && length < 32 * all.length) {
            length *= 2;
        }
        long table = recorder.newTable(length);
        for (Node kid : all) {
            int place = kid.id & (length - 1);
            kid.next = at(table, place);
            MEMORY.putLong(table + ((long) place << 3), kid.cell);
        }
        MEMORY.storeFence();
        MEMORY.putLong(cell + Cell.KIDS, table);
        MEMORY.putInt(cell + Cell.MASK, length - 1);
    }

    private static boolean collide(Node[] all, int length) {
        boolean[] taken = new boolean[length];
        for (Node kid : all) {
            int place = kid.id & (length - 1);
            if (taken[place]) {
                return true;
            }
            taken[place] = true;
        }
        return false;
    }

    /** Whether calls are timed by exact reads. */
    public boolean isExact() {
        return key() < 0;
    }

    /** Copies the children into {@code target} from {@code from} on, while there is room; returns how many there are. */
    public int copyKids(Node[] target, int from) {
        long table = MEMORY.getLong(cell + Cell.KIDS);
        int count = 0;
        for (int place = 0; place < lengthOf(table); place++) {
            for (Node kid = at(table, place); kid != null; kid = kid.next) {
                if (from + count < target.length) {
                    target[from + count] = kid;
                }
                count++;
            }
        }
        return count;
    }
}
