package dev.jprof.api;

import java.util.AbstractList;
import java.util.List;

/** A method on one path of callers, or the root of a thread. A view of the profile, made when it is asked for. Immutable. */
public final class CallNode {
    private final CallTree tree;
    private final int node;

    CallNode(CallTree tree, int node) {
        this.tree = tree;
        this.node = node;
    }

    /** The method; null for the root of a thread. */
    public MethodName method() {
        return tree.method[node] < 0 ? null : tree.methods[tree.method[node]];
    }

    /** The method's name, or the thread's. */
    public String name() {
        return tree.name(node);
    }

    /** Calls on this path that began in the session; 0 for a root, and for calls that were open at its beginning. */
    public long calls() {
        return tree.calls[node];
    }

    /** Those of them that ended by an exception. */
    public long errors() {
        return tree.errors[node];
    }

    /** Those of them that were still open at the end. */
    public long open() {
        return tree.open[node];
    }

    public long selfNanos() {
        return tree.self[node];
    }

    /** Self time, and that of everything below. */
    public long totalNanos() {
        return tree.total[node];
    }

    /** What was called from here, dearest first. */
    public List<CallNode> children() {
        int[] children = tree.children(node);
        return new AbstractList<CallNode>() {
            @Override
            public CallNode get(int index) {
                return new CallNode(tree, children[index]);
            }

            @Override
            public int size() {
                return children.length;
            }
        };
    }

    @Override
    public String toString() {
        return name() + " " + calls() + " calls";
    }
}
