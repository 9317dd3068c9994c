package dev.jprof.agent.rt;

/** The nodes of one recorder. Never lets OutOfMemoryError escape: what can't be allocated folds into the overflow node. */
final class Tree {
    final Node root;

    /** Where calls fold that no node can be had for: one child a method while these can be had, then the node itself. */
    final Node overflow;

    private final Recorder recorder;

    /** How often a path was entered that has no node. */
    private int asked;

    Tree(Recorder recorder) {
        this.recorder = recorder;
        root = new Node(Node.NO_METHOD, Node.NO_METHOD, null, recorder, false);
        overflow = new Node(Node.NO_METHOD, Node.NO_METHOD, root, recorder, false);
    }

    /** Whether a node stands for several paths. */
    boolean isFolded(Node node) {
        return node == overflow || node.parent == overflow;
    }

    /** The node of a method below its caller's that has been entered before, wherever that was folded into. */
    Node known(Node parent, int id) {
        Node known = parent.kid(id);
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
        if ((++asked & SetupTime.NEW_PATHS_A_TIMED_ONE - 1) != 0) {
            return newKid(parent, id, leaf);
        }
        long begin = System.nanoTime();
        Node kid = newKid(parent, id, leaf);
        SetupTime.addNewPath(System.nanoTime() - begin);
        return kid;
    }

    private Node newKid(Node parent, int id, boolean leaf) {
        boolean shortage = Shortage.isOn();
        if (!shortage && !isFolded(parent) && NodeBudget.take()) {
            return newNode(parent, id, leaf);
        }
        Node kid = overflow.kid(id);
        if (kid != null) {
            return kid;
        }
        return !shortage && NodeBudget.takeFolded() ? newNode(overflow, id, leaf) : overflow;
    }

    private Node newNode(Node parent, int id, boolean leaf) {
        try {
            Node node = new Node(id, leaf ? id : ~id, parent, recorder, leaf);
            parent.add(node);
            return node;
        } catch (OutOfMemoryError none) {
            Shortage.begins();
            return overflow;
        }
    }
}
