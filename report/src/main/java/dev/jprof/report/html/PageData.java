package dev.jprof.report.html;

import dev.jprof.report.io.Json;
import dev.jprof.report.model.Histograms;
import dev.jprof.report.model.Joined;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RowHistograms;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.Names;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.Row;
import dev.jprof.report.view.Summary;
import dev.jprof.report.view.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the page knows, in lines of packed text: a JSON document with all that is no number of a node, one with the names of methods,
 * then four {@link Block}s, with what the first chart needs, with the other numbers of nodes, with edges and methods' histograms, and
 * with the histograms of nodes.
 */
final class PageData {
    private static final List<Metric> DETAILS = List.of(Metric.ERRORS, Metric.OPEN, Metric.WAITING);

    private final String title;
    private final Profile profile;
    private final Optional<Comparison> comparison;
    private final Profile drawn;
    private final PageTree tree;
    private final List<Metric> details;
    private final List<Metric> others;
    private final RowHistograms durationsOfMethods;
    private @Nullable MethodTable methods;
    private @Nullable MethodTable baseMethods;

    PageData(String title, Profile profile, Optional<Comparison> comparison) {
        this.title = title;
        this.profile = profile;
        this.comparison = comparison;
        this.drawn = comparison.map(Comparison::union).orElse(profile);
        this.details =
                DETAILS.stream().filter(drawn.tree().columns()::containsKey).toList();
        this.others = OtherMetrics.of(drawn);
        this.tree = PageTree.of(drawn);
        this.durationsOfMethods = RowHistograms.ofMethods(profile.tree());
    }

    /** Made while other threads pack what needs none of it. */
    private synchronized MethodTable methods() {
        MethodTable table = methods;
        if (table == null) {
            MethodTable walked = MethodTable.of(profile);
            table = new MethodTable(profile, walked.rows(), walked.edges(), durationsOfMethods, walked.byEdge());
            methods = table;
        }
        return table;
    }

    private synchronized MethodTable baseMethods(Comparison pair) {
        MethodTable table = baseMethods;
        if (table == null) {
            table = MethodTable.of(pair.base());
            baseMethods = table;
        }
        return table;
    }

    /**
     * Packs on all processors; what comes out is the same on any number of them. The method table is made here, and so is what takes
     * longest of what needs it; others meanwhile do the rest, first what is waited for soonest.
     */
    void write(OutputStream out) throws IOException {
        CompletableFuture<Pieces> numbers = CompletableFuture.supplyAsync(() -> {
            // Words wait for it.
            durationsOfMethods.all();
            return numbers();
        });
        CompletableFuture<Pieces> names = CompletableFuture.supplyAsync(() -> new MethodNames(drawn).packed());
        CompletableFuture<Pieces> durations = CompletableFuture.supplyAsync(this::durations);
        CompletableFuture<Pieces> shape = CompletableFuture.supplyAsync(this::shape);
        methods();
        CompletableFuture<Pieces> relations = CompletableFuture.supplyAsync(this::relations);
        Pieces words = words();
        for (Pieces line : List.of(
                words,
                Joined.of(names),
                Joined.of(shape),
                Joined.of(numbers),
                Joined.of(relations),
                Joined.of(durations))) {
            line.writeTo(out);
            out.write('\n');
        }
    }

    private Pieces words() {
        return Block.packed(out -> Json.write(out, this::head));
    }

    private Pieces shape() {
        Block block = new Block();
        NodeColumns columns = new NodeColumns(drawn, tree);
        columns.shape(block);
        columns.measure(block, "self", Metric.SELF);
        if (comparison.isPresent()) {
            columns.measure(block, "baseSelf", Comparison.BASE_SELF);
        }
        return block.packed();
    }

    private Pieces numbers() {
        Block block = new Block();
        NodeColumns columns = new NodeColumns(drawn, tree);
        columns.measure(block, "calls", Metric.CALLS);
        if (comparison.isPresent()) {
            columns.measure(block, "baseCalls", Comparison.BASE_CALLS);
            for (Metric metric : comparison.get().shared()) {
                columns.measure(block, OtherMetrics.baseKey(metric), Comparison.ofBase(metric));
            }
        }
        details.forEach(metric -> columns.own(block, metric));
        others.forEach(metric -> columns.measure(block, OtherMetrics.key(metric), metric));
        if (drawn.tree().columns().containsKey(Metric.SPREAD) || drawn.tree().isSampled()) {
            columns.bars(block);
        }
        if (drawn.tree().columns().containsKey(Metric.ALLOC_SPREAD)) {
            columns.allocationBars(block);
        }
        return block.packed();
    }

    private Pieces durations() {
        Block block = new Block();
        new NodeColumns(drawn, tree).histograms(block);
        return block.packed();
    }

    private Pieces relations() {
        Block block = new Block();
        new EdgeColumns(methods()).write(block, "edge ");
        comparison.ifPresent(pair -> new EdgeColumns(baseMethods(pair)).write(block, "base edge "));
        HistogramColumns byMethod = new HistogramColumns();
        Histograms all = methods().byMethod().all();
        for (MethodStats row : methods().rows()) {
            int place = all.placeOf(row.index());
            if (place >= 0) {
                byMethod.add(row.index(), all, place, row.calls(), row.total());
            }
        }
        byMethod.write(block, "method histograms ");
        return block.packed();
    }

    private void head(Json json) {
        Summary summary = Summary.of(methods());
        json.startObject().field("title", Printable.of(title));
        summary(json, summary);
        texts(json, "notes", summary.notes(new Numbers(Unit.AUTO, false)));
        json.field("nodes", tree.size());
        texts(json, "details", details.stream().map(Metric::name).toList());
        OtherMetrics.write(json.key("others"), others);
        texts(json, "trust", NodeColumns.TRUST);
        Function<Integer, String> thread =
                number -> Grouping.threadName(drawn.threads().get(number), drawn.threads());
        texts(
                json,
                "threads",
                IntStream.range(0, drawn.threads().size())
                        .boxed()
                        .map(thread)
                        .map(Printable::of)
                        .toList());
        json.key("rows").startObject();
        MethodRows rows = new MethodRows(Row.of(methods(), new Names(profile)));
        rows.write(json);
        others.forEach(metric -> others(json, rows, metric));
        json.endObject();
        comparison.ifPresent(pair -> base(json, pair));
        json.endObject();
    }

    private static void summary(Json json, Summary summary) {
        texts(json, "summary", summary.lines(new Numbers(Unit.AUTO, false)));
        json.field("calls", summary.calls()).field("self", summary.self());
        if (summary.sampled()) {
            json.field("sampled", true).field("unit", Printable.of(summary.unit()));
        }
    }

    private void others(Json json, MethodRows rows, Metric metric) {
        int count = drawn.methods().size();
        rows.column(json, OtherMetrics.key(metric), byMethod(OtherMetrics.ownByMethod(tree, metric, count)));
        rows.column(json, OtherMetrics.totalKey(metric), byMethod(OtherMetrics.totalsByMethod(tree, metric, count)));
    }

    /** The numbers of the profile's methods out of those of the methods that are drawn. */
    private long[] byMethod(long[] ofDrawn) {
        return comparison
                .map(pair -> IntStream.of(pair.methodOfCurrent())
                        .mapToLong(method -> ofDrawn[method])
                        .toArray())
                .orElse(ofDrawn);
    }

    private void base(Json json, Comparison pair) {
        MethodTable base = baseMethods(pair);
        json.key("base").startObject().field("title", Printable.of(pair.title()));
        summary(json, Summary.of(base));
        texts(json, "warnings", pair.warnings());
        texts(json, "notes", pair.notes());
        json.key("rows").startObject();
        MethodRows rows = new MethodRows(Row.of(base, new Names(pair.base())));
        rows.write(json);
        List<Metric> shared = pair.shared();
        PageTree baseTree = PageTree.of(pair.base());
        int count = pair.base().methods().size();
        for (Metric metric : shared) {
            rows.column(json, OtherMetrics.key(metric), OtherMetrics.ownByMethod(baseTree, metric, count));
            rows.column(json, OtherMetrics.totalKey(metric), OtherMetrics.totalsByMethod(baseTree, metric, count));
        }
        json.endObject();
        texts(json, "others", shared.stream().map(OtherMetrics::key).toList());
        numbers(json, "method", IntStream.of(pair.methodOfBase()));
        numbers(json, "current", IntStream.of(pair.methodOfCurrent()));
        json.endObject();
    }

    private static void texts(Json json, String key, List<String> texts) {
        json.key(key).startArray();
        texts.forEach(json::value);
        json.endArray();
    }

    private static void numbers(Json json, String key, IntStream numbers) {
        json.key(key).startArray();
        numbers.forEach(json::value);
        json.endArray();
    }
}
