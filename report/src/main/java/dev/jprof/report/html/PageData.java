package dev.jprof.report.html;

import dev.jprof.report.io.Json;
import dev.jprof.report.model.Edge;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.Names;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Table;
import dev.jprof.report.view.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the page knows: the length of a JSON document in four bytes, the document, and then columns of {@link Varints} in the
 * order and of the lengths that the document says.
 */
final class PageData {
    private static final List<Metric> DETAILS = List.of(Metric.ERRORS, Metric.OPEN, Metric.WAITING);

    private final String title;
    private final Profile profile;
    private final Optional<Comparison> comparison;
    private final PageTree tree;
    private final List<Metric> details;
    private final Table table;
    private final MethodTable methods;

    PageData(String title, Profile profile, Optional<Comparison> comparison) {
        this.title = title;
        this.profile = profile;
        this.comparison = comparison;
        Profile drawn = comparison.map(Comparison::union).orElse(profile);
        this.tree = PageTree.of(drawn);
        this.details =
                DETAILS.stream().filter(drawn.tree().columns()::containsKey).toList();
        this.table = table(profile);
        this.methods = MethodTable.of(profile);
    }

    private static Table table(Profile profile) {
        return Table.of(profile, Grouping.METHOD, SortOrder.parse(List.of("tottime"), false), List.of());
    }

    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        Json.write(head, this::head);
        int length = head.size();
        out.write(new byte[] {(byte) length, (byte) (length >> 8), (byte) (length >> 16), (byte) (length >> 24)});
        head.writeTo(out);
        Varints columns = new Varints(out);
        columns.write(tree.ascents());
        columns.write(tree.labels());
        measure(columns, Metric.CALLS);
        measure(columns, Metric.SELF);
        for (Metric metric : details) {
            own(columns, tree.own(metric));
        }
        if (comparison.isPresent()) {
            measure(columns, Comparison.BASE_CALLS);
            measure(columns, Comparison.BASE_SELF);
        }
        edges(columns);
        columns.flush();
    }

    private void head(Json json) {
        json.startObject().field("title", Printable.of(title));
        Numbers numbers = new Numbers(Unit.AUTO, false);
        lines(json, "summary", table.summary().lines(numbers));
        lines(json, "notes", table.summary().notes(numbers));
        json.field("calls", table.summary().calls())
                .field("self", table.summary().self());
        json.field("nodes", tree.size()).field("edges", methods.edges().size());
        lines(json, "details", details.stream().map(Metric::name).toList());
        Profile drawn = comparison.map(Comparison::union).orElse(profile);
        lines(
                json,
                "threads",
                drawn.threads().stream()
                        .map(row -> Printable.of(Grouping.threadName(row, drawn.threads())))
                        .toList());
        methods(json, drawn);
        json.key("rows").startObject();
        new MethodRows(table).write(json);
        json.endObject();
        comparison.ifPresent(pair -> base(json, pair));
        json.endObject();
    }

    private void base(Json json, Comparison pair) {
        Table base = table(pair.base());
        json.key("base").startObject().field("title", Printable.of(pair.title()));
        lines(json, "summary", base.summary().lines(new Numbers(Unit.AUTO, false)));
        json.field("calls", base.summary().calls()).field("self", base.summary().self());
        json.key("rows").startObject();
        new MethodRows(base).write(json);
        json.endObject();
        numbers(json, "method", pair.methodOfBase());
        numbers(json, "current", pair.methodOfCurrent());
        json.endObject();
    }

    private static void methods(Json json, Profile profile) {
        Names names = new Names(profile);
        int[] indices = new int[profile.methods().size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
        json.key("methods").startObject().key("function").startArray();
        for (int index : indices) {
            json.value(names.function(index));
        }
        json.endArray();
        texts(json, "class", profile.methods(), method -> Printable.of(method.className()));
        texts(json, "file", profile.methods(), method -> Printable.of(method.file()));
        numbers(json, "line", profile.methods().stream().mapToInt(Method::line).toArray());
        numbers(
                json,
                "jdk",
                profile.methods().stream()
                        .mapToInt(method -> method.kind() == Method.Kind.JDK ? 1 : 0)
                        .toArray());
        numbers(
                json,
                "timed",
                profile.methods().stream()
                        .mapToInt(method -> method.timed() ? 1 : 0)
                        .toArray());
        json.endObject();
    }

    private static void texts(Json json, String key, List<Method> methods, Function<Method, String> text) {
        json.key(key).startArray();
        methods.forEach(method -> json.value(text.apply(method)));
        json.endArray();
    }

    private static void lines(Json json, String key, List<String> lines) {
        json.key(key).startArray();
        lines.forEach(json::value);
        json.endArray();
    }

    private static void numbers(Json json, String key, int[] numbers) {
        json.key(key).startArray();
        for (int number : numbers) {
            json.value(number);
        }
        json.endArray();
    }

    /** A column of all nodes, then what lies below the nodes that have children: below the others is nothing. */
    private void measure(Varints columns, Metric metric) throws IOException {
        long[] own = tree.own(metric);
        own(columns, own);
        int[] ascents = tree.ascents();
        long[] below = tree.below(own);
        for (int node = 0; node + 1 < below.length; node++) {
            if (ascents[node + 1] == 0) {
                columns.write(below[node]);
            }
        }
    }

    private static void own(Varints columns, long[] numbers) throws IOException {
        for (long number : numbers) {
            columns.write(number);
        }
    }

    private void edges(Varints columns) throws IOException {
        List<Edge> edges = methods.edges();
        for (Edge edge : edges) {
            columns.write(edge.caller());
        }
        for (Edge edge : edges) {
            columns.write(edge.callee());
        }
        for (Edge edge : edges) {
            columns.write(edge.costs().calls());
        }
        for (Edge edge : edges) {
            columns.write(edge.costs().primitiveCalls());
        }
        for (Edge edge : edges) {
            columns.write(edge.costs().self());
        }
        for (Edge edge : edges) {
            columns.write(edge.costs().total());
        }
    }
}
