package dev.jprof.agent.rt;

/**
 * The children of a node. Each has one of sixteen places in the node's cell, by the low bits of its method's number. From the
 * first two on that want the same place, all of them are in a table as well, and the place is for whoever is called more.
 *
 * <p>Changed by the owner thread alone. Others may read at any time: a child is published by one store, and so is a table.
 */
final class Children {
    private static final Memory MEMORY = Cell.MEMORY;

    private Children() {}

    /** The child for a method, or null. */
    static Node find(Node parent, int method) {
        if (parent.leaf) {
            return null;
        }
        Node placed = at(parent, Cell.place(parent.cell, method));
        return placed == null || placed.id == method ? placed : inChain(at(parent, chain(parent, method)), method);
    }

    private static long chain(Node parent, int method) {
        long table = MEMORY.getLong(parent.cell + Cell.KIDS);
        return table + ((long) (method & MEMORY.getInt(parent.cell + Cell.MASK)) << 3);
    }

    private static Node inChain(Node first, int method) {
        Node kid = first;
        while (kid != null && kid.id != method) {
            kid = kid.next;
        }
        return kid;
    }

    /** The node of the cell whose address stands there, or null. */
    private static Node at(Node parent, long address) {
        long kid = MEMORY.getLong(address);
        return kid == Cell.NONE ? null : parent.part.recorder.nodeAt(kid);
    }

    static void add(Node parent, Node kid) {
        long table = MEMORY.getLong(parent.cell + Cell.KIDS);
        long place = Cell.place(parent.cell, kid.id);
        boolean free = MEMORY.getLong(place) == Cell.NONE;
        if (table != Cell.NO_TABLE || !free) {
            addToTable(parent, kid, table);
        }
        if (free) {
            MEMORY.storeFence();
            MEMORY.putLong(place, kid.cell);
        }
    }

    private static void addToTable(Node parent, Node kid, long table) {
        int length = lengthOf(table);
        long chain = table + ((long) (kid.id & (length - 1)) << 3);
        if (table != Cell.NO_TABLE && MEMORY.getLong(chain) == Cell.NONE) {
            MEMORY.storeFence();
            MEMORY.putLong(chain, kid.cell);
        } else {
            Node[] all = new Node[copy(parent, new Node[0], 0) + 1];
            all[copy(parent, all, 0)] = kid;
            spread(parent, all, length);
        }
    }

    private static int lengthOf(long table) {
        return MEMORY.getInt(table + Cell.LENGTH_BEFORE_TABLE);
    }

    /** All children in the smallest table in which no two collide, or chained where that took more than 32 places a child. */
    private static void spread(Node parent, Node[] all, int least) {
        int length = Math.max(2, least);
        while (collide(all, length) && length < 32 * all.length) {
            length *= 2;
        }
        long table = parent.part.recorder.newTable(length);
        for (Node kid : all) {
            long chain = table + ((long) (kid.id & (length - 1)) << 3);
            kid.next = at(parent, chain);
            MEMORY.putLong(chain, kid.cell);
        }
        MEMORY.storeFence();
        MEMORY.putLong(parent.cell + Cell.KIDS, table);
        MEMORY.putInt(parent.cell + Cell.MASK, length - 1);
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

    /** Copies the children into {@code target} from {@code from} on, while there is room; returns how many there are. */
    static int copy(Node parent, Node[] target, int from) {
        if (parent.leaf) {
            return 0;
        }
        long table = MEMORY.getLong(parent.cell + Cell.KIDS);
        return table == Cell.NO_TABLE
                ? copy(parent, parent.cell + Cell.FIRST_PLACE, Cell.PLACES, target, from)
                : copy(parent, table, lengthOf(table), target, from);
    }

    private static int copy(Node parent, long first, int places, Node[] target, int from) {
        int count = 0;
        for (int place = 0; place < places; place++) {
            for (Node kid = at(parent, first + ((long) place << 3)); kid != null; kid = kid.next) {
                if (from + count < target.length) {
                    target[from + count] = kid;
                }
                count++;
            }
        }
        return count;
    }
}
