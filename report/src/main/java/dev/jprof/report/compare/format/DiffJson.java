package dev.jprof.report.compare.format;

import dev.jprof.report.compare.Cause;
import dev.jprof.report.compare.Change;
import dev.jprof.report.compare.Diff;
import dev.jprof.report.compare.DiffRow;
import dev.jprof.report.compare.Sentences;
import dev.jprof.report.io.Json;
import dev.jprof.report.model.Method;
import java.util.List;
import java.util.Locale;

/**
 * A comparison for programs: times as integer nanoseconds, raw JVM names beside printed ones. Keys may be added; the number in
 * {@code format} changes when one is taken away or changes its meaning.
 */
public record DiffJson(DiffHead head) {
    public void write(Diff diff, Json json) {
        json.startObject().field("format", "jprof-diff/1");
        side("base", head.base(), diff.baseRuns(), json);
        side("new", head.current(), diff.currentRuns(), json);
        change("calls", diff.calls(), json);
        change("selfNs", diff.self(), json);
        json.key("differences").startArray();
        head.comparability()
                .differences()
                .forEach(difference -> json.startObject()
                        .field("field", difference.field())
                        .field("base", difference.base())
                        .field("new", difference.current())
                        .endObject());
        json.endArray();
        texts("unknown", head.comparability().unknown(), json);
        texts("overflowed", head.overflowed(), json);
        texts("unprobed", head.unprobed(), json);
        json.key("renamed").any(head.otherNames().classes());
        json.key("signatures").any(head.otherNames().methods());
        json.field("order", diff.order().label());
        json.field("methodsNew", diff.tally().added())
                .field("methodsGone", diff.tally().removed());
        json.field("methodsChanged", diff.tally().changed());
        json.field("methodsMovedUnchanged", diff.tally().moved());
        rows("methods", diff.methodsMoved(), diff.methods(), diff, json);
        rows("paths", diff.pathsMoved(), diff.paths(), diff, json);
        json.endObject();
    }

    private static void side(String key, String name, int runs, Json json) {
        json.key(key).startObject().field("name", name).field("runs", runs).endObject();
    }

    private static void rows(String key, int moved, List<DiffRow> rows, Diff diff, Json json) {
        Sentences sentences = new Sentences(diff);
        json.field(key + "Moved", moved).key(key).startArray();
        for (DiffRow row : rows) {
            json.startObject().field("name", row.printed());
            if (key.equals("paths")) {
                texts("path", row.path().stream().map(diff.names()::full).toList(), json);
            }
            method(row.method(), json);
            json.field("code", row.code().word());
            change("calls", row.ofCalls(), json);
            change("selfNs", row.ofSelf(), json);
            change("totalNs", row.ofTotal(), json);
            json.field("ownNs", row.own()).field("sentence", sentences.of(row));
            json.key("causes").startArray();
            row.causes().forEach(cause -> cause(cause, diff, json));
            json.endArray().endObject();
        }
        json.endArray();
    }

    private static void cause(Cause cause, Diff diff, Json json) {
        json.startObject().field("kind", cause.kind().name().toLowerCase(Locale.ROOT));
        if (cause.callee() >= 0) {
            json.field("callee", diff.names().full(cause.callee()));
        }
        json.field("ns", cause.nanos()).field("base", cause.base()).field("new", cause.current());
        json.endObject();
    }

    private static void method(Method method, Json json) {
        json.field("class", method.className()).field("method", method.name());
        json.field("desc", method.descriptor());
        json.field("file", method.file()).field("line", method.line());
    }

    private static void change(String key, Change change, Json json) {
        json.key(key).startObject().field("base", change.base()).field("new", change.current());
        json.field("delta", change.delta()).field("noise", Math.round(change.noise()));
        json.endObject();
    }

    private static void texts(String key, List<String> texts, Json json) {
        json.key(key).startArray();
        texts.forEach(json::value);
        json.endArray();
    }
}
