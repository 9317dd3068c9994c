package dev.jprof.report.model;

import java.util.List;

/** A walk over the trees of all threads, one after the other, depth first and in a loop. */
abstract class DepthFirstWalk {
    final void walk(Profile profile, Children children) {
        List<ThreadRow> rows = profile.threads();
        for (int thread = 0; thread < rows.size(); thread++) {
            int root = rows.get(thread).root();
            walk(thread, root, profile.tree(), children);
            endThread(root);
        }
    }

    private void walk(int thread, int root, CallTree tree, Children children) {
        int node = children.first(root);
        while (node != Children.NONE) {
            enter(node, thread);
            int next = children.first(node);
            while (next == Children.NONE && node != root) {
                leave(node);
                next = children.next(node);
                node = tree.parent(node);
            }
            node = next;
        }
    }

    /** @param thread its place among the profile's threads */
    abstract void enter(int node, int thread);

    abstract void leave(int node);

    abstract void endThread(int root);
}
