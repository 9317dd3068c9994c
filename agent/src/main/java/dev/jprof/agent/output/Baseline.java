package dev.jprof.agent.output;

import dev.jprof.agent.rt.Node;
import dev.jprof.agent.rt.Recorder;
import dev.jprof.agent.rt.Recorders;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What all nodes held when recording began: with {@code delay=} the probes run from the start, and what they recorded before is
 * taken off. Calls that were open then are not counted, their time from then on is.
 */
public final class Baseline {
    private static final long[] NOTHING = new long[5];

    private final Map<Node, long[]> numbers = new IdentityHashMap<Node, long[]>();

    private Baseline() {}

    public static Baseline nothing() {
        return new Baseline();
    }

    public static Baseline now() {
        Baseline baseline = new Baseline();
        long now = System.nanoTime();
        baseline.addAll(Recorders.newest(false), now);
        baseline.addAll(Recorders.newest(true), now);
        return baseline;
    }

    private void addAll(Recorder newest, long now) {
        for (Recorder recorder = newest; recorder != null; recorder = recorder.previous()) {
            ArrayDeque<Node> queue = new ArrayDeque<Node>();
            queue.add(recorder.root());
            queue.add(recorder.overflow);
            Node current = recorder.current();
            long uncharged = recorder.owner() == null ? 0 : recorder.uncharged(now);
            while (!queue.isEmpty()) {
                Node node = queue.remove();
                long self = node.self + recorder.undecided(node) + (node == current ? uncharged : 0);
                numbers.put(node, new long[] {node.calls(), self, node.errors, node.waiting, node.spread});
                Node[] kids = new Node[node.copyKids(new Node[0], 0)];
                int copied = Math.min(kids.length, node.copyKids(kids, 0));
                for (int i = 0; i < copied; i++) {
                    queue.add(kids[i]);
                }
            }
        }
    }

    /** Calls, self, errors, waiting and spread. */
    long[] of(Node node) {
        long[] then = numbers.get(node);
        return then == null ? NOTHING : then;
    }
}
