package dev.jprof.agent.rt;

/**
 * One method on one path of callers, in one thread's call tree: what the slow way needs; what every call needs is in its
 * {@link Cell}. Written by the owner thread alone, except {@link #waiting} (the ticker alone); others may read it at any time
 * and see values that are slightly old.
 */
public final class Node {
    static final int NO_METHOD = -1;

    /** In place of a method's number: the node stands for paths that no nodes can be had for. */
    public static final int OVERFLOW = -2;

    /** From here on ids are those of spans. */
    public static final int FIRST_SPAN = 1 << 20;

    private static final Memory MEMORY = Cell.MEMORY;

    public final int id;
    public final Node parent;
    final long cell;

    /** Where calls below it fold. */
    Part part;

    /** Whether its method is a leaf, which has no children. */
    final boolean leaf;

    /** Exact reads since {@link #windowStart}: see {@link ReadBudget}. */
    int reads;

    long windowStart;

    public long self;

    /** The part of it in which classes were woven. */
    public long weaving;

    public long errors;
    public long waiting;

    /**
     * The sum of squares, in square microseconds, of those ticks charged here of which others may have had a part: the
     * variance of {@link #self}, because a tick falls on one of those who shared it, in proportion to their parts.
     */
    public long spread;

    /** How long single calls took; null before the first is measured. */
    Durations durations;

    /** The next child with the same place in the parent's table: see {@link Children}. */
    Node next;

    Node(int id, int key, Node parent, Recorder recorder, boolean leaf) {
        this.id = id;
        this.parent = parent;
        this.part = parent == null ? new Part(recorder, this) : parent.part;
        this.leaf = leaf;
        this.cell = recorder.newCell(this, key, leaf);
    }

    public long calls() {
        return MEMORY.getLong(cell + Cell.CALLS);
    }

    /** Bytes that it allocated itself, under {@code alloc=on}. */
    public long allocated() {
        return MEMORY.getLong(cell + Cell.ALLOCATED);
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

    boolean isOverflow() {
        return id == OVERFLOW;
    }

    /** Whether it stands for several paths. */
    boolean isFolded() {
        return isOverflow() || parent != null && parent.isOverflow();
    }

    boolean isSpan() {
        return id >= FIRST_SPAN;
    }

    int key() {
        return MEMORY.getInt(cell + Cell.KEY);
    }

    void setKey(int key) {
        MEMORY.putInt(cell + Cell.KEY, key);
    }

    /** Whether calls are timed by exact reads. */
    public boolean isExact() {
        return key() < 0;
    }

    /** The child for a method, or null. */
    Node kid(int method) {
        return Children.find(this, method);
    }

    void add(Node kid) {
        Children.add(this, kid);
    }

    /** Copies the children into {@code target} from {@code from} on, while there is room; returns how many there are. */
    public int copyKids(Node[] target, int from) {
        return Children.copy(this, target, from);
    }
}
