package dev.jprof.agent.output;

import java.io.File;
import java.io.IOException;

/** Writes what was sampled as profile.json. */
public final class SampledWriter {
    private final SampledTree tree;

    public SampledWriter(SampledTree tree) {
        this.tree = tree;
    }

    public void write(final SampledMeta meta, File file) throws IOException {
        ProfileFile.write(file, new ProfileFile.Content() {
            @Override
            public void writeTo(JsonWriter json) throws IOException {
                synchronized (tree) {
                    write(meta, json);
                }
            }
        });
    }

    private void write(SampledMeta meta, JsonWriter json) throws IOException {
        json.beginObject().key("format").text("jprof/1").newLine();
        meta.write(json, tree);
        json.newLine().key("metrics").beginArray();
        for (SampledMetric metric : meta.metrics) {
            json.beginObject().key("name").text(metric.column);
            json.key("unit").text(metric.unit).endObject();
        }
        json.endArray().newLine();
        writeMethods(json);
        writeThreads(json);
        json.newLine().key("nodes").beginObject().newLine().key("parent").beginArray();
        for (int node = 0; node < tree.size; node++) {
            json.number(tree.parent[node]);
        }
        json.endArray().newLine().key("method").beginArray();
        for (int node = 0; node < tree.size; node++) {
            json.number(tree.method[node]);
        }
        json.endArray().newLine();
        for (SampledMetric metric : meta.metrics) {
            long[] column = tree.column(metric);
            json.key(metric.column).beginArray();
            for (int node = 0; node < tree.size; node++) {
                json.number(column[node]);
            }
            json.endArray().newLine();
        }
        json.endObject().newLine().endObject().newLine();
        json.flush();
    }

    private void writeMethods(JsonWriter json) throws IOException {
        json.key("methods").beginArray();
        for (SampledTree.SampledMethod method : tree.methods) {
            json.newLine().beginObject().key("class").text(method.className);
            json.key("name").text(method.name).key("desc").text(method.descriptor);
            if (method.className.isEmpty()) {
                json.key("kind").text("synthetic");
            }
            json.endObject();
        }
        json.newLine().endArray().newLine();
    }

    private void writeThreads(JsonWriter json) throws IOException {
        json.key("threads").beginArray();
        for (ThreadRow row : tree.threads) {
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
