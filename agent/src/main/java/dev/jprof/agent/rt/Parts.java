package dev.jprof.agent.rt;

/**
 * Divides a tree into parts when there is no room for new paths: each node with much below it begins one, so that calls that fold stay
 * below the nearest such caller, whose cumulative time has them then. What has much below it now is where most new paths will be.
 */
final class Parts {
    private static final int LEAST_NODES = 64;
    private static final int LEAST_SHARE = 1000;

    /** Of nodes that it is not known of yet in which part they are. */
    private final Part unknown;

    /** Takes some 0.1 s for a million nodes. */
    Parts(NodeStore store) {
        Node root = store.node(0);
        unknown = root.part;
        int[] sizes = sizes(store);
        int least = Math.max(LEAST_NODES, sizes.length / LEAST_SHARE);
        for (int number = 1; number < sizes.length; number++) {
            if (sizes[number] >= least) {
                Node top = store.node(number);
                top.part = new Part(unknown.recorder, top);
            }
        }
        root.part = new Part(unknown.recorder, root);
        root.part.overflow = unknown.overflow;
    }

    /** How many nodes are in and below each; a node's number is larger than its parent's. */
    private static int[] sizes(NodeStore store) {
        int[] sizes = new int[store.count()];
        for (int number = sizes.length - 1; number > 0; number--) {
            sizes[number]++;
            sizes[store.numberOf(store.node(number).parent)] += sizes[number];
        }
        return sizes;
    }

    /** The part that a node is in, which is noted with it and its callers. */
    Part of(Node node) {
        Node top = node;
        while (top.part == unknown) {
            top = top.parent;
        }
        for (Node below = node; below.part == unknown; below = below.parent) {
            below.part = top.part;
        }
        return top.part;
    }
}
