package dev.jprof.agent.rt;

/** The nodes of one recorder. Never lets OutOfMemoryError escape: what can't be allocated folds into an overflow node. */
final class Tree {
    final Node root;

    /** Where calls fold that no other overflow node has room for: one child a method while these can be had, then the node itself. */
    final Node overflow;

    private final Recorder recorder;
    private final NodeStore store;

    /** Null while all of the tree is one part. */
    private Parts parts;

    private boolean divided;

    /** How often a path was entered that has no node. */
    private int asked;

    Tree(Recorder recorder, NodeStore store) {
        this.recorder = recorder;
        this.store = store;
        root = new Node(Node.NO_METHOD, Node.NO_METHOD, null, recorder, false);
        overflow = new Node(Node.OVERFLOW, Node.NO_METHOD, root, recorder, false);
        root.part.overflow = overflow;
    }

    /** The node of a method below its caller's that has been entered before, wherever that was folded into. */
    Node known(Node parent, int id) {
        Node known = parent.kid(id);
        Node near = parent.part.overflow;
        if (known == null && near != null) {
            known = near.kid(id);
        }
        if (known == null) {
            known = overflow.kid(id);
        }
        return known == null ? overflow : known;
    }

    /** The node of a method below its caller's, made now if need be. */
    Node kid(Node parent, int id, boolean leaf) {
        Node kid = parent.kid(id);
        return kid == null ? timedKid(parent, id, leaf) : kid;
    }

    private Node timedKid(Node parent, int id, boolean leaf) {
        if (!divided && NodeBudget.isUsedUp() && !Shortage.isOn()) {
            divide();
        }
        if ((++asked & SetupTime.NEW_PATHS_A_TIMED_ONE - 1) != 0) {
            return newKid(parent, id, leaf);
        }
        long begin = System.nanoTime();
        Node kid = newKid(parent, id, leaf);
        SetupTime.addNewPath(System.nanoTime() - begin);
        return kid;
    }

    private void divide() {
        divided = true;
        long begin = System.nanoTime();
        recorder.weaving.begin();
        try {
            parts = new Parts(store);
        } catch (OutOfMemoryError none) {
            Shortage.begins();
        } finally {
            recorder.weaving.end();
            SetupTime.addWeaving(System.nanoTime() - begin);
        }
    }

    private Node newKid(Node parent, int id, boolean leaf) {
        boolean room = !parent.isFolded() && !Shortage.isOn() && NodeBudget.take();
        Node kid = room ? newNode(parent, id, leaf ? id : ~id, leaf) : null;
        if (kid == null) {
            kid = kidOfNearest(parent, id, leaf);
        }
        return kid == null ? kidOfLast(id, leaf) : kid;
    }

    /** Where a call folds below the overflow node that is nearest to its caller, or null where that has no room. */
    private Node kidOfNearest(Node parent, int id, boolean leaf) {
        Node nearest = nearestOverflow(parent);
        if (nearest == null || nearest == overflow) {
            return null;
        }
        Node kid = nearest.kid(id);
        boolean room = kid == null && !Shortage.isOn() && NodeBudget.takeFoldedFurtherIn();
        return room ? newNode(nearest, id, leaf ? id : ~id, leaf) : kid;
    }

    private Node nearestOverflow(Node parent) {
        if (parent.isFolded()) {
            return parent.isOverflow() ? parent : parent.parent;
        }
        Part part = parts == null ? root.part : parts.of(parent);
        if (part.overflow == null && !Shortage.isOn() && NodeBudget.takeFoldedFurtherIn()) {
            part.overflow = newNode(part.top, Node.OVERFLOW, Node.NO_METHOD, false);
        }
        return part.overflow;
    }

    private Node kidOfLast(int id, boolean leaf) {
        Node kid = overflow.kid(id);
        if (kid == null && !Shortage.isOn() && NodeBudget.takeFolded()) {
            kid = newNode(overflow, id, leaf ? id : ~id, leaf);
        }
        return kid == null ? overflow : kid;
    }

    /** Null where the heap has no room for it. */
    private Node newNode(Node parent, int id, int key, boolean leaf) {
        try {
            Node node = new Node(id, key, parent, recorder, leaf);
            parent.add(node);
            return node;
        } catch (OutOfMemoryError none) {
            Shortage.begins();
            return null;
        }
    }
}
