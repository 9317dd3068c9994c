package dev.jprof.agent.rt;

/**
 * The cells, tables and the desk of one recorder in memory outside the heap, and the node that each cell belongs to. Grows,
 * never shrinks: others may read while the owner writes.
 */
final class NodeStore {
    private static final Memory MEMORY = Cell.MEMORY;
    private static final int FIRST_PIECE = 4 * Cell.BYTES;
    private static final int LARGEST_PIECE = 256 << 10;

    private int piece = FIRST_PIECE;
    private long free;
    private long end;

    private Node[] nodes = new Node[4];
    private int count;

    final Gate gate = new Gate(take(Cell.LINE));
    final long desk = gate.desk;

    /** Memory of a multiple of 64 bytes, all zero. */
    private long take(int bytes) {
        if (end - free < bytes) {
            int size = Math.max(bytes, piece);
            free = Cell.aligned(size);
            end = free + size;
            piece = Math.min(LARGEST_PIECE, 2 * piece);
        }
        long taken = free;
        free += bytes;
        return taken;
    }

    /** @param leaf whether it will never have children, and needs no places for them */
    long newCell(Node node, int key, boolean leaf) {
        if (count == nodes.length) {
            nodes = java.util.Arrays.copyOf(nodes, 2 * count);
        }
        long cell = take(leaf ? Cell.LINE : Cell.BYTES);
        Cell.fill(cell, desk, key, count);
        if (!leaf) {
            Cell.fillPlaces(cell);
        }
        nodes[count] = node;
        count++;
        return cell;
    }

    /** A table of children, all {@link Cell#NONE}. */
    long newTable(int length) {
        int bytes = 8 * length + 8;
        long table = take((bytes + Cell.LINE - 1) & -Cell.LINE) + 8;
        MEMORY.putInt(table + Cell.LENGTH_BEFORE_TABLE, length);
        for (int place = 0; place < length; place++) {
            MEMORY.putLong(table + ((long) place << 3), Cell.NONE);
        }
        return table;
    }

    /** The node of a cell, or null where another thread looks at one that it can't see yet. */
    Node nodeAt(long address) {
        int number = MEMORY.getInt(Cell.start(address) + Cell.NUMBER);
        Node[] known = nodes;
        return number < known.length ? known[number] : null;
    }

    /** How many nodes there are. */
    int count() {
        return count;
    }

    /** The one that was made after so many others. */
    Node node(int number) {
        return nodes[number];
    }

    int numberOf(Node node) {
        return MEMORY.getInt(node.cell + Cell.NUMBER);
    }

    long current() {
        return MEMORY.getLong(desk + Cell.CURRENT);
    }

    void setCurrent(long cell) {
        MEMORY.putLong(desk + Cell.CURRENT, cell);
    }
}
