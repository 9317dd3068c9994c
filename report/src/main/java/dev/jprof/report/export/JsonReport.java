package dev.jprof.report.export;

import dev.jprof.report.io.Json;
import dev.jprof.report.model.Costs;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.Relatives;
import dev.jprof.report.view.Row;
import dev.jprof.report.view.Selection;
import dev.jprof.report.view.SortKey;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Summary;
import dev.jprof.report.view.Table;
import dev.jprof.report.view.Tree;
import dev.jprof.report.view.TreeLine;
import java.util.List;
import java.util.Locale;

/**
 * The same rows for programs: raw JVM names beside printed ones, times as integer nanoseconds. Keys may be added; the number
 * in {@code format} changes when one is taken away or changes its meaning.
 *
 * @param scope one line for each way in which the profile was cut before
 */
public record JsonReport(List<String> scope) {
    public void table(Table table, Json json) {
        head("jprof-report/1", table.summary(), json);
        json.field("by", table.by().name().toLowerCase(Locale.ROOT));
        selection(table.selection(), json);
        json.key("rows").startArray();
        for (Row row : table.selection().rows()) {
            json.startObject();
            row(row, table.by(), table.summary(), json);
            json.endObject();
        }
        json.endArray().endObject();
    }

    public void relatives(Relatives relatives, Json json) {
        String word = relatives.direction().word() + "s";
        head("jprof-" + word + "/1", relatives.summary(), json);
        selection(relatives.subjects(), json);
        json.key("methods").startArray();
        List<Row> subjects = relatives.subjects().rows();
        for (int i = 0; i < subjects.size(); i++) {
            json.startObject();
            row(subjects.get(i), Grouping.METHOD, relatives.summary(), json);
            selection(relatives.relatives().get(i), json);
            json.key(word).startArray();
            for (Row relative : relatives.relatives().get(i).rows()) {
                json.startObject();
                row(relative, Grouping.METHOD, relatives.summary(), json);
                json.endObject();
            }
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    /** A flat list in the order of the printed tree: nested objects would end at some reader's limit of depth. */
    public void tree(Tree tree, Json json) {
        Summary summary = tree.summary();
        head("jprof-tree/1", summary, json);
        order(tree.order(), json);
        json.key("lines").startArray();
        for (TreeLine line : tree.lines()) {
            MethodStats stats = line.row().stats();
            json.startObject().field("depth", line.depth()).field("name", line.name());
            json.field(summary.sampled() ? "samples" : "calls", stats.calls());
            json.field(weight("self", summary), stats.self()).field(weight("total", summary), stats.total());
            if (line.isCall()) {
                details(line.row(), summary, json);
            }
            if (line.pruned() > 0) {
                json.field("pruned", line.pruned());
            }
            json.endObject();
        }
        json.endArray().endObject();
    }

    private void head(String format, Summary summary, Json json) {
        json.startObject().field("format", format);
        counts(summary.calls(), summary.primitiveCalls(), summary.sampled(), json);
        json.field(weight("self", summary), summary.self()).field("threads", summary.threads());
        if (!summary.weight().isEmpty()) {
            json.field("metric", summary.weight());
        }
        json.key("meta").any(summary.meta().values());
        texts("scope", scope, json);
    }

    private static void selection(Selection<?> selection, Json json) {
        order(selection.order(), json);
        json.key("limits").startArray();
        for (Selection.Reduction reduction : selection.reductions()) {
            json.startObject().field("limit", reduction.restriction());
            json.field("from", reduction.from()).field("to", reduction.to()).endObject();
        }
        json.endArray();
    }

    private static void order(SortOrder order, Json json) {
        texts("order", order.keys().stream().map(SortKey::label).toList(), json);
        json.field("reversed", order.reversed());
    }

    private static void row(Row row, Grouping by, Summary summary, Json json) {
        json.field("name", row.printed());
        if (by == Grouping.METHOD) {
            method(row.method(), json);
        }
        costs(row.stats().costs(), summary, json);
        details(row, summary, json);
    }

    private static void details(Row row, Summary summary, Json json) {
        durations(row.histogram(), json);
        if (!summary.sampled()) {
            json.field("errors", row.stats().errors()).field("open", row.stats().open());
        }
        json.field("threads", row.stats().threads());
        if (!summary.sampled()) {
            json.field("waitingNs", row.stats().waiting());
            json.field("probesNs", row.stats().probes());
        }
        if (row.stats().bars().known()) {
            json.field(
                    weight("selfError", summary), Math.round(row.stats().bars().self()));
            json.field(
                    weight("totalError", summary), Math.round(row.stats().bars().total()));
        }
        if (row.allocated().known()) {
            json.field("allocatedBytes", row.allocated().self());
            json.field("totalAllocatedBytes", row.allocated().total());
            json.field("allocatedErrorBytes", Math.round(row.allocated().bar()));
        }
    }

    private static void method(Method method, Json json) {
        json.field("class", method.className()).field("method", method.name());
        json.field("desc", method.descriptor());
        json.field("file", method.file()).field("line", method.line());
        json.field("kind", method.kind().name().toLowerCase(Locale.ROOT)).field("timed", method.timed());
    }

    private static void costs(Costs costs, Summary summary, Json json) {
        counts(costs.calls(), costs.primitiveCalls(), summary.sampled(), json);
        json.field(weight("self", summary), costs.self()).field(weight("total", summary), costs.total());
    }

    private static void counts(long calls, long primitiveCalls, boolean sampled, Json json) {
        if (sampled) {
            json.field("samples", calls);
        } else {
            json.field("calls", calls).field("primitiveCalls", primitiveCalls);
        }
    }

    /** {@code selfNs}, or what else the unit is. */
    private static String weight(String what, Summary summary) {
        return what
                + switch (summary.unit()) {
                    case "ns" -> "Ns";
                    case "bytes" -> "Bytes";
                    default -> "Count";
                };
    }

    private static void durations(Histogram histogram, Json json) {
        if (!histogram.isEmpty()) {
            json.field("measuredCalls", histogram.samples());
            json.field("p50Ns", Math.round(histogram.quantile(0.5)));
            json.field("p99Ns", Math.round(histogram.quantile(0.99)));
            json.field("maxNs", histogram.max());
        }
    }

    private static void texts(String key, List<String> texts, Json json) {
        json.key(key).startArray();
        for (String text : texts) {
            json.value(text);
        }
        json.endArray();
    }
}
