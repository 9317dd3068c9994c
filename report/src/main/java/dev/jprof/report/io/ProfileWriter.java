package dev.jprof.report.io;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Histograms;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes profile.json: the same profile always gives the same bytes. */
public final class ProfileWriter {
    private ProfileWriter() {}

    /** Replaces {@code file} in one step; gzip-compressed when its name ends in {@code .gz}. */
    public static void write(Profile profile, Path file) throws IOException {
        OutputFile.write(file, out -> {
            if (file.toString().endsWith(".gz")) {
                GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
                write(profile, packed);
                packed.finish();
            } else {
                write(profile, out);
            }
        });
    }

    /** Writes the document uncompressed and leaves {@code out} open. */
    public static void write(Profile profile, OutputStream out) throws IOException {
        Json.write(out, json -> {
            json.startObject().field("format", "jprof/1");
            json.key("meta").any(profile.meta().values());
            metrics(json, profile.tree());
            json.key("methods").startArray();
            profile.methods().forEach(method -> method(json, method));
            json.endArray().key("threads").startArray();
            profile.threads().forEach(thread -> thread(json, thread));
            json.endArray();
            nodes(json, profile.tree());
            histograms(json, profile.tree().histograms());
            json.endObject();
        });
        out.write('\n');
    }

    private static void metrics(Json json, CallTree tree) {
        json.key("metrics").startArray();
        for (Metric metric : tree.columns().keySet()) {
            json.startObject().field("name", metric.name()).field("unit", metric.unit());
            json.endObject();
        }
        json.endArray();
    }

    private static void method(Json json, Method method) {
        json.startObject().field("class", method.className()).field("name", method.name());
        json.field("desc", method.descriptor());
        if (!method.file().isEmpty()) {
            json.field("file", method.file());
        }
        if (method.line() != 0) {
            json.field("line", method.line());
        }
        if (method.kind() != Method.Kind.JAVA) {
            json.field("kind", method.kind().name().toLowerCase(Locale.ROOT));
        }
        if (!method.timed()) {
            json.field("timed", false);
        }
        if (method.hash() != 0) {
            json.field("hash", HexFormat.of().toHexDigits(method.hash()));
        }
        json.endObject();
    }

    private static void thread(Json json, ThreadRow thread) {
        json.startObject().field("name", thread.name()).field("id", thread.id()).field("root", thread.root());
        if (thread.threads() != 1) {
            json.field("threads", thread.threads());
        }
        json.endObject();
    }

    private static void histograms(Json json, Histograms histograms) {
        if (histograms.size() == 0) {
            return;
        }
        json.key("histograms").startObject();
        histograms.columns().forEach((name, column) -> {
            json.key(name).startArray();
            column.forEach(json::value);
            json.endArray();
        });
        json.endObject();
    }

    private static void nodes(Json json, CallTree tree) {
        json.key("nodes").startObject().key("parent").startArray();
        for (int node = 0; node < tree.size(); node++) {
            json.value(tree.parent(node));
        }
        json.endArray().key("method").startArray();
        for (int node = 0; node < tree.size(); node++) {
            json.value(tree.method(node));
        }
        json.endArray();
        tree.columns().forEach((metric, column) -> {
            json.key(metric.name()).startArray();
            for (long value : column) {
                json.value(value);
            }
            json.endArray();
        });
        json.endObject();
    }
}
