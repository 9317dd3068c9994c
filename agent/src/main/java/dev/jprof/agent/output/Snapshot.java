package dev.jprof.agent.output;

import dev.jprof.agent.rt.AllocatedBytes;
import dev.jprof.agent.rt.Node;
import dev.jprof.agent.rt.NodeBudget;
import dev.jprof.agent.rt.Recorder;
import dev.jprof.agent.rt.Recorders;
import dev.jprof.agent.rt.Sampling;
import dev.jprof.agent.rt.SetupTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All trees at one moment. Threads go on while they are read, so what is seen of a running one may be slightly old; a call that
 * is open is closed at this moment, and time that its thread has not charged yet is charged here. What the snapshot itself
 * allocates is nobody's.
 */
public final class Snapshot {
    private static final int FEW = 1024;

    final NodeTable nodes;
    HistogramTable histograms = new HistogramTable(Sampling.nodes());
    final List<ThreadRow> threads = new ArrayList<ThreadRow>();
    private final long nanos = System.nanoTime();

    /** What setting up took since the baseline, of all threads. */
    final long setupNanos;

    /** What making a node took on average; 0 where nobody knows which were made since the baseline. */
    final long newPathNanos;

    private final Baseline baseline;

    /** Whether what was measured of single calls is copied too; it can't be taken off, so a session does without. */
    private final boolean ofSingleCalls;

    private Snapshot(int nodes, Baseline baseline, boolean ofSingleCalls) {
        this.nodes = new NodeTable(nodes);
        this.baseline = baseline;
        this.setupNanos = baseline.setupNanosSince();
        this.newPathNanos = baseline.isNothing() ? SetupTime.ofNewPath() : 0;
        this.ofSingleCalls = ofSingleCalls;
    }

    /** Copies what all threads recorded since a baseline. */
    public static Snapshot since(Baseline baseline) {
        AllocatedBytes.pause();
        Snapshot snapshot = new Snapshot(nodesOfAll(), baseline, true);
        snapshot.addAll();
        snapshot.prune();
        return snapshot;
    }

    /** Copies what all threads recorded in a session, without those that recorded nothing. */
    public static Snapshot ofSession(Baseline begin) {
        AllocatedBytes.pause();
        Snapshot snapshot = new Snapshot(nodesOfAll(), begin, false);
        snapshot.addAll();
        snapshot.prune();
        return snapshot;
    }

    /** Copies what one thread recorded in a session. */
    public static Snapshot ofSession(Baseline begin, Recorder recorder, Thread thread) {
        AllocatedBytes.pause();
        Snapshot snapshot = new Snapshot(FEW, begin, false);
        int root = snapshot.nodes.add(NodeTable.ROOT, NodeTable.ROOT);
        snapshot.copy(recorder, root, null);
        snapshot.end(new ThreadRow(thread.getName(), recorder.seat().threadId(), 1, root));
        snapshot.prune();
        return snapshot;
    }

    /** Those of the budget, some in overflow nodes, and roots. */
    private static int nodesOfAll() {
        return FEW + NodeBudget.had() + NodeBudget.had() / 16;
    }

    /** When it was taken, on the scale of {@link System#nanoTime}. */
    public long nanos() {
        return nanos;
    }

    private void addAll() {
        List<Recorder> platform = new ArrayList<Recorder>();
        for (Recorder recorder = Recorders.newest(false); recorder != null; recorder = recorder.previous()) {
            platform.add(recorder);
        }
        Collections.reverse(platform);
        for (Recorder recorder : platform) {
            addPlatform(recorder);
        }
        addVirtual();
    }

    private void prune() {
        nodes.reconcile();
        Moves moves = nodes.prune();
        histograms = histograms.sorted(moves);
        for (ThreadRow row : threads) {
            row.root = moves.of(row.root);
        }
        AllocatedBytes.resume();
    }

    /** Ends the row whose nodes were added last. */
    private void end(ThreadRow row) {
        nodes.settle(row.root);
        if (baseline.isNothing() || nodes.isUsedBelow(row.root)) {
            threads.add(row);
        } else {
            nodes.cut(row.root);
        }
    }

    private void addPlatform(Recorder recorder) {
        if (recorder.seat().isLeftOut()) {
            return;
        }
        int root = nodes.add(NodeTable.ROOT, NodeTable.ROOT);
        copy(recorder, root, null);
        end(new ThreadRow(recorder.seat().name(), recorder.seat().threadId(), baseline.threadsSince(recorder), root));
    }

    private void addVirtual() {
        Recorder recorder = Recorders.newest(true);
        if (recorder == null) {
            return;
        }
        int root = nodes.add(NodeTable.ROOT, NodeTable.ROOT);
        Map<Long, Integer> merged = new HashMap<Long, Integer>();
        long count = 0;
        for (; recorder != null; recorder = recorder.previous()) {
            count += baseline.threadsSince(recorder);
            copy(recorder, root, merged);
        }
        end(new ThreadRow("[virtual threads]", 0, count, root));
    }

    /** @param merged where nodes of several trees meet, by parent and method; null for a row that is one tree */
    private void copy(Recorder recorder, int root, Map<Long, Integer> merged) {
        Node current = recorder.current();
        boolean runs = recorder.seat().isTaken();
        List<Node> open = runs ? pathTo(current) : Collections.<Node>emptyList();
        int opened = 0;
        long uncharged = runs ? recorder.uncharged(nanos) : 0;
        boolean own = recorder.seat().owner() == Thread.currentThread();
        long unchargedBytes = runs && !own ? recorder.unchargedBytes() : 0;
        // Depth first, as most trees grew: what lies together is read together.
        Node[] waiting = new Node[64];
        int[] above = new int[64];
        Node node = recorder.root();
        int place = root;
        for (int top = 0; ; ) {
            long charged = recorder.undecided(node) + (node == current ? uncharged : 0);
            addBytes(node, place, node == current ? unchargedBytes : 0);
            boolean isOpen = opened < open.size() && node == open.get(opened);
            opened += isOpen ? 1 : 0;
            addNumbers(node, place, isOpen, charged);
            nodes.spread.add(place, uncharged > 0 && node == current ? recorder.spreadUntil(nanos) : 0);
            int kids = node.copyKids(waiting, top);
            if (top + kids + 1 > waiting.length) {
                int longer = Math.max(waiting.length * 2, top + kids + 1);
                waiting = Arrays.copyOf(waiting, longer);
                above = Arrays.copyOf(above, longer);
                kids = Math.min(kids, node.copyKids(waiting, top));
            }
            if (node == recorder.root() && isUsed(recorder.overflow())) {
                waiting[top + kids++] = recorder.overflow();
            }
            reverse(waiting, top, top + kids);
            Arrays.fill(above, top, top + kids, place);
            top += kids;
            if (top == 0) {
                return;
            }
            node = waiting[--top];
            place = placeOf(above[top], node.id, merged);
        }
    }

    /** The first of them is to be taken first, from the top. */
    private static void reverse(Node[] nodes, int from, int to) {
        for (int low = from, high = to - 1; low < high; low++, high--) {
            Node other = nodes[low];
            nodes[low] = nodes[high];
            nodes[high] = other;
        }
    }

    private int placeOf(int parent, int method, Map<Long, Integer> merged) {
        if (merged == null) {
            return nodes.add(parent, method);
        }
        Long key = Long.valueOf((long) parent << 32 | method & 0xffffffffL);
        Integer place = merged.get(key);
        if (place == null) {
            place = Integer.valueOf(nodes.add(parent, method));
            merged.put(key, place);
        }
        return place.intValue();
    }

    private void addNumbers(Node node, int place, boolean open, long uncharged) {
        long[] before = baseline.of(node);
        nodes.calls.add(place, Math.max(0, node.calls() - before[0]));
        nodes.self.add(place, node.self + uncharged - before[1]);
        nodes.errors.add(place, Math.max(0, node.errors - before[2]));
        nodes.waiting.add(place, Math.max(0, node.waiting - before[3]));
        nodes.spread.add(place, Math.max(0, node.spread - before[4]));
        nodes.exact.add(place, node.isExact() ? Math.max(0, node.calls() - before[0]) : 0);
        nodes.weaving.add(place, Math.max(0, node.weaving - before[6]));
        if (ofSingleCalls) {
            histograms.add(place, node.durations());
        }
        nodes.open.add(place, open && node.parent != null ? 1 : 0);
    }

    private void addBytes(Node node, int place, long uncharged) {
        nodes.allocated.add(place, Math.max(0, node.allocated() + uncharged - baseline.of(node)[5]));
    }

    private static boolean isUsed(Node overflow) {
        return overflow.calls() > 0 || overflow.self > 0 || overflow.copyKids(new Node[0], 0) > 0;
    }

    /** From the top, as a walk comes by. */
    private static List<Node> pathTo(Node current) {
        List<Node> path = new ArrayList<Node>();
        for (Node node = current; node != null; node = node.parent) {
            path.add(node);
        }
        Collections.reverse(path);
        return path;
    }
}
