package dev.jprof.agent.output;

import dev.jprof.agent.rt.AllocatedBytes;
import dev.jprof.agent.rt.Node;
import dev.jprof.agent.rt.Recorder;
import dev.jprof.agent.rt.Recorders;
import dev.jprof.agent.rt.SetupTime;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What nodes held when recording began: with {@code delay=} and in sessions the probes run from the start, and what they
 * recorded before is taken off. Calls that were open then are not counted, their time from then on is.
 */
public final class Baseline {
    private static final long[] NOTHING = new long[7];

    private final Map<Node, long[]> numbers = new IdentityHashMap<Node, long[]>();

    private final Map<Recorder, Long> threads = new IdentityHashMap<Recorder, Long>();

    private long nanos = System.nanoTime();

    private long setupNanos;

    private boolean isNothing;

    private Baseline() {}

    public static Baseline nothing() {
        Baseline nothing = new Baseline();
        nothing.isNothing = true;
        return nothing;
    }

    /** Whether there is nothing to be taken off. */
    boolean isNothing() {
        return isNothing;
    }

    public static Baseline now() {
        AllocatedBytes.pause();
        Baseline baseline = new Baseline();
        Recorder own = baseline.addAll(Recorders.newest(false));
        Recorder ownVirtual = baseline.addAll(Recorders.newest(true));
        baseline.end(own == null ? ownVirtual : own);
        return baseline;
    }

    /** What the nodes of one recorder hold. */
    public static Baseline of(Recorder recorder) {
        AllocatedBytes.pause();
        Baseline baseline = new Baseline();
        baseline.add(recorder);
        baseline.end(recorder);
        return baseline;
    }

    /** Returns the recorder of the calling thread if it is among them. */
    private Recorder addAll(Recorder newest) {
        Recorder own = null;
        for (Recorder recorder = newest; recorder != null; recorder = recorder.previous()) {
            add(recorder);
            if (recorder.seat().owner() == Thread.currentThread()) {
                own = recorder;
            } else if (recorder.seat().owner() != null) {
                charge(recorder, System.nanoTime());
            }
        }
        return own;
    }

    private void add(Recorder recorder) {
        threads.put(recorder, Long.valueOf(recorder.seat().threads()));
        ArrayDeque<Node> queue = new ArrayDeque<Node>();
        queue.add(recorder.root());
        queue.add(recorder.overflow());
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            long self = node.self + recorder.undecided(node);
            numbers.put(node, new long[] {
                node.calls(), self, node.errors, node.waiting, node.spread, node.allocated(), node.weaving
            });
            Node[] kids = new Node[node.copyKids(new Node[0], 0)];
            int copied = Math.min(kids.length, node.copyKids(kids, 0));
            for (int i = 0; i < copied; i++) {
                queue.add(kids[i]);
            }
        }
    }

    /** Counts what the owner of a recorder has not charged yet as passed before the beginning. */
    private void charge(Recorder recorder, long now) {
        Node current = recorder.current();
        long[] then = numbers.get(current);
        if (then != null) {
            then[1] = current.self + recorder.undecided(current) + recorder.uncharged(now);
            then[5] = current.allocated() + recorder.unchargedBytes();
        }
    }

    /** Taking a baseline takes time, which is not to be the calling thread's: its own clock is looked at last. */
    private void end(Recorder own) {
        AllocatedBytes.resume();
        setupNanos = SetupTime.soFar();
        nanos = System.nanoTime();
        if (own != null) {
            charge(own, nanos);
        }
    }

    /** When it was taken, on the scale of {@link System#nanoTime}. */
    public long nanos() {
        return nanos;
    }

    long setupNanosSince() {
        return SetupTime.soFar() - setupNanos;
    }

    /** How many threads have recorded in a recorder since, the one that was there counted too. */
    long threadsSince(Recorder recorder) {
        Long before = threads.get(recorder);
        return Math.max(1, recorder.seat().threads() - (before == null ? 0 : before.longValue()));
    }

    /** Calls, self, errors, waiting, spread, allocated bytes and weaving. */
    long[] of(Node node) {
        // Looking up makes a hash for each of what may be a million nodes.
        long[] then = isNothing ? null : numbers.get(node);
        return then == null ? NOTHING : then;
    }
}
