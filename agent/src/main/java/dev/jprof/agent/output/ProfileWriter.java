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
        int[] places = writeMethods(nodes, json);
        writeThreads(snapshot, json);
        json.newLine().key("nodes").beginObject().newLine();
        writeColumn(json, "parent", nodes.parent, nodes.size);
        writeColumn(json, "method", places, nodes.size);
        writeColumn(json, "calls", nodes.calls, nodes.size);
        writeColumn(json, "self", nodes.self, nodes.size);
        writeColumn(json, "errors", nodes.errors, nodes.size);
        writeColumn(json, "open", nodes.open, nodes.size);
        writeColumn(json, "waiting", nodes.waiting, nodes.size);
        writeColumn(json, "spread", nodes.spread, nodes.size);
        writeColumn(json, "exact", nodes.exact, nodes.size);
        writeColumn(json, "weaving", nodes.weaving, nodes.size);
        if (meta.allocations) {
            writeColumn(json, "alloc", nodes.allocated, nodes.size);
        }
        json.endObject();
        if (meta.histograms) {
            snapshot.histograms.write(json);
        }
        json.newLine().endObject().newLine();
        json.flush();
    }

    private static void writeMetrics(JsonWriter json, String[][] metrics) throws IOException {
        for (String[] metric : metrics) {
            json.beginObject();
            json.key("name").text(metric[0]).key("unit").text(metric[1]);
            json.endObject();
        }
    }

    /** Writes the methods that nodes name, and returns for each node the place of its method among them. */
    private int[] writeMethods(NodeTable nodes, JsonWriter json) throws IOException {
        int most = 0;
        for (int node = 0; node < nodes.size; node++) {
            most = Math.max(most, nodes.method[node]);
        }
        int[] placeOfId = new int[most + 1];
        int overflow = -1;
        int count = 0;
        int[] places = new int[nodes.size];
        json.key("methods").beginArray();
        for (int node = 0; node < nodes.size; node++) {
            int id = nodes.method[node];
            if (id == NodeTable.OVERFLOW && overflow < 0) {
                overflow = count++;
                writeOverflow(json.newLine());
            } else if (id >= 0 && placeOfId[id] == 0) {
                placeOfId[id] = ++count;
                write(methods.get(id), json.newLine());
            }
            places[node] = id >= 0 ? placeOfId[id] - 1 : id == NodeTable.OVERFLOW ? overflow : -1;
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
        for (Snapshot.ThreadRow row : snapshot.threads) {
            json.newLine().beginObject().key("name").text(row.name).key("id").number(row.id);
            json.key("root").number(row.root);
            if (row.threads != 1) {
                json.key("threads").number(row.threads);
            }
            json.endObject();
        }
        json.endArray();
    }

    private static void writeColumn(JsonWriter json, String name, long[] column, int size) throws IOException {
        json.key(name).beginArray();
        for (int i = 0; i < size; i++) {
            json.number(column[i]);
        }
        json.endArray().newLine();
    }

    private static void writeColumn(JsonWriter json, String name, NodeColumn column, int size) throws IOException {
        json.key(name).beginArray();
        for (int i = 0; i < size; i++) {
            json.number(column.of(i));
        }
        json.endArray().newLine();
    }

    private static void writeColumn(JsonWriter json, String name, int[] column, int size) throws IOException {
        json.key(name).beginArray();
        for (int i = 0; i < size; i++) {
            json.number(column[i]);
        }
        json.endArray().newLine();
    }
}
