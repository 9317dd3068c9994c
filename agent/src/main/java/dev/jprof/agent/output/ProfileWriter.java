package dev.jprof.agent.output;

import dev.jprof.agent.instrument.MethodTable;
import dev.jprof.agent.instrument.WovenMethod;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;

/** Writes a snapshot as profile.json. */
public final class ProfileWriter {
    private static final String[][] METRICS = {
        {"calls", "count"},
        {"self", "ns"},
        {"errors", "count"},
        {"open", "count"},
        {"waiting", "ns"},
        {"spread", "us2"},
        {"exact", "count"},
        {"weaving", "ns"}
    };

    private static final String[][] ALLOCATION_METRICS = {{"alloc", "bytes"}};

    private final MethodTable methods;

    public ProfileWriter(MethodTable methods) {
        this.methods = methods;
    }

    public void write(final Snapshot snapshot, final Meta meta, File file) throws IOException {
        ProfileFile.write(file, new ProfileFile.Content() {
            @Override
            public void writeTo(JsonWriter json) throws IOException {
                write(snapshot, meta, json);
            }
        });
    }

    /** The same as bytes. */
    public byte[] toBytes(Snapshot snapshot, Meta meta) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(snapshot, meta, new JsonWriter(out));
        return out.toByteArray();
    }

    private void write(Snapshot snapshot, Meta meta, JsonWriter json) throws IOException {
        NodeTable nodes = snapshot.nodes;
        json.beginObject().key("format").text("jprof/1").newLine();
        meta.write(json, snapshot);
        json.newLine().key("metrics").beginArray();
        writeMetrics(json, METRICS);
        if (meta.allocations) {
            writeMetrics(json, ALLOCATION_METRICS);
        }
        json.endArray().newLine();
        MethodPlaces places = writeMethods(nodes, json);
        writeThreads(snapshot, json);
        writeNodes(nodes, places, meta.allocations, json);
        if (meta.histograms) {
            snapshot.histograms.write(json);
        }
        json.newLine().endObject().newLine();
        json.flush();
    }

    private static void writeNodes(NodeTable nodes, MethodPlaces places, boolean allocations, JsonWriter json)
            throws IOException {
        json.newLine().key("nodes").beginObject().newLine();
        json.key("parent").beginArray();
        for (int node = 0; node < nodes.size; node++) {
            json.number(nodes.parent[node]);
        }
        json.endArray().newLine();
        json.key("method").beginArray();
        for (int node = 0; node < nodes.size; node++) {
            json.number(places.of(nodes.method[node]));
        }
        json.endArray().newLine();
        nodes.calls.write(json, "calls", nodes.size);
        nodes.self.write(json, "self", nodes.size);
        nodes.errors.write(json, "errors", nodes.size);
        nodes.open.write(json, "open", nodes.size);
        nodes.waiting.write(json, "waiting", nodes.size);
        nodes.spread.write(json, "spread", nodes.size);
        nodes.exact.write(json, "exact", nodes.size);
        nodes.weaving.write(json, "weaving", nodes.size);
        if (allocations) {
            nodes.allocated.write(json, "alloc", nodes.size);
        }
        json.endObject();
    }

    private static void writeMetrics(JsonWriter json, String[][] metrics) throws IOException {
        for (String[] metric : metrics) {
            json.beginObject();
            json.key("name").text(metric[0]).key("unit").text(metric[1]);
            json.endObject();
        }
    }

    /** Writes the methods that nodes name, and returns where each went. */
    private MethodPlaces writeMethods(NodeTable nodes, JsonWriter json) throws IOException {
        MethodPlaces places = new MethodPlaces();
        json.key("methods").beginArray();
        for (int node = 0; node < nodes.size; node++) {
            int id = nodes.method[node];
            if (id != NodeTable.ROOT && places.add(id)) {
                json.newLine();
                if (id == NodeTable.OVERFLOW) {
                    writeOverflow(json);
                } else {
                    write(methods.get(id), json);
                }
            }
        }
        json.newLine().endArray().newLine();
        return places;
    }

    private static void write(WovenMethod method, JsonWriter json) throws IOException {
        json.beginObject().key("class").text(method.className);
        json.key("name").text(method.name).key("desc").text(method.descriptor);
        if (method.file != null) {
            json.key("file").text(method.file);
        }
        if (method.line > 0) {
            json.key("line").number(method.line);
        }
        if (method.atCallSites || method.isSpan()) {
            json.key("kind").text(method.kind());
        }
        if (method.leaf) {
            json.key("timed").bool(false);
        }
        if (method.codeHash() != 0) {
            json.key("hash").text(hex(method.codeHash()));
        }
        json.endObject();
    }

    private static String hex(long hash) {
        String digits = Long.toHexString(hash);
        return "0000000000000000".substring(digits.length()) + digits;
    }

    private static void writeOverflow(JsonWriter json) throws IOException {
        json.beginObject()
                .key("class")
                .text("")
                .key("name")
                .text("[overflow]")
                .key("desc")
                .text("");
        json.key("kind").text("synthetic").endObject();
    }

    private static void writeThreads(Snapshot snapshot, JsonWriter json) throws IOException {
        json.key("threads").beginArray();
        for (ThreadRow row : snapshot.threads) {
            json.newLine().beginObject().key("name").text(row.name).key("id").number(row.id);
            json.key("root").number(row.root);
            if (row.threads != 1) {
                json.key("threads").number(row.threads);
            }
            json.endObject();
        }
        json.endArray();
    }
}
