package dev.jprof.agent.rt;

/**
 * One method on one path of callers, in one thread's call tree. Written by the owner thread alone, except {@link #waiting}
 * (the ticker alone); others may read it at any time and see values that are slightly old.
 */
public final class Node {
    static final int NO_METHOD = -1;
    private static final long WINDOW_NANOS = 1000000;
    private static final Node NONE = new Node(NO_METHOD, Integer.MIN_VALUE, null, null);
    private static final Node[] NO_KIDS = {NONE};

    public final int id;
    public final Node parent;
    final Recorder recorder;

    /** The method id while calls are timed by the coarse clock, its complement while they are timed by exact reads. */
    int key;

    /** Exact reads since {@link #windowStart}. */
    private int reads;

    private long windowStart;

    public long calls;
    public long self;
    public long errors;
    public long waiting;

    /** A perfect hash of the children: {@code kids[id & (kids.length - 1)]}; {@link #NONE} where there is none. */
    Node[] kids = NO_KIDS;

    /** The next child with the same place in the parent's {@link #kids}. */
    private Node next;

    Node(int id, int key, Node parent, Recorder recorder) {
        this.id = id;
        this.key = key;
        this.parent = parent;
        this.recorder = recorder;
    }

    /** The child for a method, or null. */
    Node kid(int method) {
        for (Node kid = kids[method & (kids.length - 1)]; kid != null; kid = kid.next) {
            if (kid.id == method) {
                return kid;
            }
        }
        return null;
    }

    /** Adds a child; the new table is published by one store, so that readers see the old or the new one, whole. */
    void add(Node kid) {
        Node[] table = kids;
        int place = kid.id & (table.length - 1);
        if (table[place] == NONE && table != NO_KIDS) {
            table[place] = kid;
            return;
        }
        kids = spread(table, kid);
    }

    /**
     * The children and one more in the smallest table in which no two collide, or chained where that would take more than
     * eight places a child.
     */
    private static Node[] spread(Node[] old, Node added) {
        int count = 1;
        for (Node head : old) {
            for (Node kid = head; kid != null && kid != NONE; kid = kid.next) {
                count++;
            }
        }
        Node[] all = new Node[count];
        int filled = 0;
        for (Node head : old) {
            for (Node kid = head; kid != null && kid != NONE; kid = kid.next) {
                all[filled++] = kid;
            }
        }
        all[filled] = added;
        int length = Math.max(2, old.length);
        while (collide(all, length) && length < 8 * count) {
            length *= 2;
        }
        return place(all, length);
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

    private static Node[] place(Node[] all, int length) {
        Node[] table = new Node[length];
        java.util.Arrays.fill(table, NONE);
        for (Node kid : all) {
            int place = kid.id & (length - 1);
            kid.next = table[place] == NONE ? null : table[place];
            table[place] = kid;
        }
        return table;
    }

    /** Whether one more call may be timed by exact reads: at most {@code most} in a window of a millisecond. */
    boolean mayRead(long now, int most) {
        if (now - windowStart > WINDOW_NANOS) {
            windowStart = now;
            reads = 0;
        }
        return ++reads <= most;
    }

    /** Copies the children into {@code target} from {@code from} on, while there is room; returns how many there are. */
    public int copyKids(Node[] target, int from) {
        int count = 0;
        for (Node head : kids) {
            for (Node kid = head; kid != null && kid != NONE; kid = kid.next) {
                if (from + count < target.length) {
                    target[from + count] = kid;
                }
                count++;
            }
        }
        return count;
    }
}
