package dev.jprof.agent.output;

import dev.jprof.agent.instrument.MethodTable;
import dev.jprof.agent.instrument.Skips;
import dev.jprof.agent.rt.AllocatedBytes;
import dev.jprof.agent.rt.NodeBudget;
import dev.jprof.agent.rt.Sampling;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;

/** What an instrumented profile says of its making. */
public final class Meta extends Origin {
    /** The name of the session, null for the whole recording. */
    public String session;

    /** Whether the session is one thread's. */
    public boolean ofOneThread;

    public boolean allocations;
    public boolean histograms;

    public long ticks;
    public long tickNanos;
    public long gaps;
    public long gapNanos;
    public long longestGapNanos;
    public long tickerWaitNanos;

    public ProbeCost probeCost;

    /** How often classes that were loaded already were transformed, and the longest that it took. */
    public int batches;

    public long longestBatchNanos;

    public int instrumented;
    public int skipped;
    public Skips skips;
    public MethodTable methods;

    public Meta() {
        super("instrument");
    }

    void write(JsonWriter json, Snapshot snapshot) throws IOException {
        json.key("meta").beginObject();
        writeMaking(json);
        if (session != null) {
            json.newLine().key("session").text(session);
            json.newLine().key("scope").text(ofOneThread ? "thread" : "jvm");
        }
        writeSurroundings(json);
        json.newLine().key("setupNs").number(snapshot.setupNanos);
        if (snapshot.newPathNanos > 0) {
            json.key("newPathNs").number(snapshot.newPathNanos);
        }
        writeExactProbeCost(json);
        if (probeCost.known) {
            writeProbeCost(json, snapshot);
        }
        json.newLine().key("ticker").beginObject().key("ticks").number(ticks);
        json.key("meanNs").number(tickNanos).key("gaps").number(gaps);
        json.key("gapNs").number(gapNanos).key("longestGapNs").number(longestGapNanos);
        json.key("waitNs").number(tickerWaitNanos);
        json.endObject();
        json.newLine().key("classes").beginObject().key("instrumented").number(instrumented);
        json.key("skipped").number(skipped).endObject();
        if (batches > 0) {
            json.newLine().key("batches").beginObject().key("count").number(batches);
            json.key("longestNs").number(longestBatchNanos).endObject();
        }
        writeSkips(json);
        if (Sampling.isExhausted()) {
            json.newLine().key("histogramsFull").bool(true);
        }
        if (AllocatedBytes.areCounted() && RefilledBuffers.areCountedTwice()) {
            json.newLine().key("allocTooMuch").bool(true);
        }
        writeOverflow(json, snapshot);
        json.newLine().endObject();
    }

    private void writeExactProbeCost(JsonWriter json) throws IOException {
        json.newLine().key("exactProbeNs").decimal(probeCost.exact);
        json.key("exactProbeErrorNs").decimal(probeCost.exactError);
        json.key("exactProbeInsideNs").decimal(probeCost.exactInside);
    }

    private void writeProbeCost(JsonWriter json, Snapshot snapshot) throws IOException {
        json.newLine().key("probeNs").decimal(probeCost.timed);
        json.key("probeErrorNs").decimal(probeCost.timedError);
        json.newLine().key("leafProbeNs").decimal(probeCost.leaf);
        json.key("leafProbeErrorNs").decimal(probeCost.leafError);
        json.newLine().key("slowdown").decimal(slowdown(snapshot));
    }

    /** The same in short, for somebody who asks while the program runs. */
    public void describe(Snapshot snapshot, Map<String, String> lines) {
        NodeTable nodes = snapshot.nodes;
        long calls = 0;
        int paths = 0;
        for (int node = 0; node < nodes.size; node++) {
            calls += nodes.calls.of(node);
            paths += nodes.parent[node] < 0 ? 0 : 1;
        }
        lines.put("start", Instant.text(startMillis));
        lines.put("wallNs", String.valueOf(wallNanos));
        lines.put("calls", String.valueOf(calls));
        lines.put("nodes", String.valueOf(paths));
        lines.put("classes", String.valueOf(instrumented));
        lines.put("skipped", String.valueOf(skipped));
        lines.put("batches", String.valueOf(batches));
        lines.put("longestBatchNs", String.valueOf(longestBatchNanos));
        if (probeCost.known) {
            lines.put("probeNs", String.valueOf(probeCost.timed));
            lines.put("slowdown", String.valueOf(slowdown(snapshot)));
        }
    }

    private void writeSkips(JsonWriter json) throws IOException {
        json.newLine().key("skipped").beginArray();
        for (Skips.Skip skip : skips.list()) {
            json.newLine().beginObject().key("class").text(skip.className);
            if (skip.method != null) {
                json.key("method").text(skip.method).key("desc").text(skip.descriptor);
            }
            json.key("reason").text(skip.reason).endObject();
        }
        json.endArray();
    }

    private static void writeOverflow(JsonWriter json, Snapshot snapshot) throws IOException {
        long calls = 0;
        NodeTable nodes = snapshot.nodes;
        BitSet folded = new BitSet(nodes.size);
        for (int node = 0; node < nodes.size; node++) {
            if (nodes.method[node] == NodeTable.OVERFLOW || nodes.parent[node] >= 0 && folded.get(nodes.parent[node])) {
                folded.set(node);
                calls += nodes.calls.of(node);
            }
        }
        if (calls == 0 && !NodeBudget.isUsedUp()) {
            return;
        }
        json.newLine().key("overflow").beginObject().key("nodes").number(NodeBudget.had());
        json.key("calls").number(calls).endObject();
    }

    /**
     * Time with the probes over time without them, if each call costs what was measured: a quarter of it in its own time, the rest in
     * its caller's, all of it the caller's for a leaf, and never more than there is. Setting up may go on outside of what is recorded, so
     * its share is that of the whole time; what one thread had of it is not known.
     */
    private double slowdown(Snapshot snapshot) {
        NodeTable nodes = snapshot.nodes;
        float[] cost = new float[nodes.size];
        for (int node = 0; node < nodes.size; node++) {
            if (nodes.parent[node] >= 0) {
                boolean leaf = nodes.method[node] >= 0 && methods.get(nodes.method[node]).leaf;
                double outside = leaf ? probeCost.leaf : probeCost.timed * 0.75;
                cost[node] += (float) (nodes.calls.of(node) * (leaf ? 0 : probeCost.timed * 0.25));
                cost[nodes.parent[node]] += (float) (nodes.calls.of(node) * outside);
            }
        }
        double recorded = 0;
        double ofProbes = 0;
        for (int node = 0; node < nodes.size; node++) {
            if (nodes.parent[node] >= 0) {
                recorded += nodes.self.of(node);
                ofProbes += Math.min((double) cost[node], nodes.self.of(node));
            }
        }
        double ofSetup = ofOneThread ? 0 : snapshot.setupNanos / Math.max(1, Math.max(recorded, wallNanos)) * recorded;
        return recorded == 0 ? 1 : recorded / Math.max(recorded - ofProbes - ofSetup, recorded / 100);
    }
}
