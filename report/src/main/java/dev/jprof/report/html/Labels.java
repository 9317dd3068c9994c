package dev.jprof.report.html;

import java.util.Arrays;

/**
 * The method of each node, as its place among the methods that its caller's method has called before, the last one first. A method
 * that is new there, or was too long ago, has place 0, and its number stands in a column of its own, as that of a thread does.
 */
final class Labels {
    private static final int REMEMBERED = 64;
    private static final int[] NOTHING = {};

    private final PageTree tree;
    private final int[][] called;
    private final Block places = new Block();
    private final Block numbers = new Block();

    Labels(PageTree tree, int methods) {
        this.tree = tree;
        // Threads call too, all of them as one.
        this.called = new int[methods + 1][];
        Arrays.fill(called, NOTHING);
    }

    void write(Block block) {
        int[] label = tree.labels();
        for (int node = 1; node < label.length; node++) {
            if (tree.isCall(node)) {
                int caller = tree.parent(node);
                call(tree.isCall(caller) ? label[caller] : called.length - 1, label[node]);
            } else {
                numbers.add(label[node]);
            }
        }
        block.column("places", places);
        block.column("labels", numbers);
    }

    private void call(int caller, int callee) {
        int[] before = called[caller];
        int place = 0;
        while (place < before.length && before[place] != callee) {
            place++;
        }
        if (place < before.length) {
            places.add(place + 1);
        } else {
            places.add(0);
            numbers.add(callee);
            if (before.length < REMEMBERED) {
                before = Arrays.copyOf(before, before.length + 1);
                called[caller] = before;
            } else {
                place--;
            }
        }
        System.arraycopy(before, 0, before, 1, place);
        before[0] = callee;
    }
}
