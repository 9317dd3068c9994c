package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Edge;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.view.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.interactions.Actions;

/** The table under the chart: its numbers, order, filter, rows by the hundred thousand, and the sandwich of a method. */
@InChromium
class TableIT {
    private static final String PRICE = "com.acme.shop.Item.price";

    @TempDir
    static Path folder;

    private static final Profile SHOP = Paths.shop();

    @Test
    void cells_are_the_numbers_of_the_report() throws IOException {
        OpenPage page = OpenPage.of(folder, SHOP);
        MethodTable table = MethodTable.of(SHOP);
        Names names = new Names(SHOP);
        double all = table.rows().stream().mapToLong(MethodStats::self).sum();

        assertThat(page.column("name").get(0)).isEqualTo("com.acme.shop.Order.total(Order.java:11)");
        for (String name :
                List.of(PRICE, "com.acme.Tree.walk", "com.acme.shop.Order.total", "{java.util.HashMap.get}")) {
            MethodStats row = table.rows().stream()
                    .filter(stats -> names.function(stats.index()).equals(name))
                    .findFirst()
                    .orElseThrow();
            int at = page.column("name").indexOf(names.printed(row.index()));
            Function<String, String> cell = key -> page.column(key).get(at);
            assertThat(cell.apply("ncalls")).isEqualTo(Written.calls(row.calls(), row.primitiveCalls()));
            assertThat(cell.apply("tottime")).isEqualTo(Written.time(row.self()));
            assertThat(cell.apply("percall")).isEqualTo(Written.time((double) row.self() / row.calls()));
            assertThat(cell.apply("cumtime")).isEqualTo(Written.time(row.total()));
            assertThat(cell.apply("cumpercall")).isEqualTo(Written.time((double) row.total() / row.primitiveCalls()));
            assertThat(cell.apply("selfshare")).isEqualTo(Written.percent(row.self(), all));
            assertThat(cell.apply("totalshare")).isEqualTo(Written.percent(row.total(), all));
            assertThat(cell.apply("errors")).isEqualTo(Written.count(row.errors()));
        }
        assertThat(page.texts("#table .body .row .name")).allMatch(name -> name.length() < 80);
        assertThat(page.column("ncalls")).contains("7/1");
    }

    @Test
    void every_column_sorts_both_ways() throws IOException {
        OpenPage page = OpenPage.of(folder, SHOP);
        MethodTable table = MethodTable.of(SHOP);
        Names names = new Names(SHOP);
        Map<String, Comparator<MethodStats>> orders = Map.of(
                "ncalls", Comparator.comparingLong(MethodStats::calls),
                "tottime", Comparator.comparingLong(MethodStats::self),
                "percall", Comparator.comparingDouble(row -> (double) row.self() / row.calls()),
                "selfshare", Comparator.comparingLong(MethodStats::self),
                "cumtime", Comparator.comparingLong(MethodStats::total),
                "cumpercall", Comparator.comparingDouble(row -> (double) row.total() / row.primitiveCalls()),
                "totalshare", Comparator.comparingLong(MethodStats::total),
                "errors", Comparator.comparingLong(MethodStats::errors),
                "name", Comparator.comparing(row -> names.printed(row.index())));
        assertThat(page.headings()).containsAll(orders.keySet());
        for (String key : page.headings()) {
            Comparator<MethodStats> order = orders.get(key);
            assertThat(order).as(key).isNotNull();
            Set<String> directions = new HashSet<>();
            for (int click = 0; click < 2; click++) {
                page.sort(key);
                String direction = page.js(
                        "return document.querySelector('#table .head [data-key=\"' + arguments[0] + '\"]').ariaSort",
                        key);
                directions.add(direction);
                Comparator<MethodStats> expected = direction.equals("descending") ? order.reversed() : order;
                List<MethodStats> shown = page.column("name").stream()
                        .map(name -> table.rows().stream()
                                .filter(row -> names.printed(row.index()).equals(name))
                                .findFirst()
                                .orElseThrow())
                        .toList();
                assertThat(shown)
                        .as(key + " " + direction)
                        .isSortedAccordingTo(expected)
                        .hasSizeGreaterThan(8);
                MethodStats first = table.rows().stream().min(expected).orElseThrow();
                assertThat(expected.compare(shown.get(0), first))
                        .as(key + " " + direction)
                        .isZero();
            }
        }
    }

    @Test
    void columns_of_durations_are_there_when_the_profile_has_them() throws IOException {
        OpenPage page = OpenPage.of(folder, SampleProfiles.small());

        assertThat(page.headings()).contains("p50", "p99", "max", "waiting", "errors");
        List<String> main = page.rows().stream()
                .filter(row -> row.stream().anyMatch(cell -> cell.startsWith("com.acme.Main.main")))
                .findFirst()
                .orElseThrow();
        assertThat(main.get(page.headings().indexOf("max"))).endsWith("1.26 s");
        assertThat(main.get(page.headings().indexOf("name"))).endsWith(" +");
        page.type("search", "Tiny");
        assertThat(page.column("name")).anyMatch(name -> name.startsWith("com.acme.Tiny.get") && name.endsWith(" *"));
    }

    @Test
    void hovering_links_chart_and_table_both_ways() throws IOException {
        OpenPage page = OpenPage.of(folder, SHOP);

        page.hover(page.nodes().stream()
                .filter(node -> node.path().endsWith("Order.total\n" + PRICE))
                .findFirst()
                .orElseThrow());
        assertThat(page.texts("#table .body .row.hovered .name"))
                .hasSize(1)
                .allMatch(name -> name.contains("Item.price"));
        assertThat(page.text("tooltip")).contains(PRICE, "Item.java:", Written.time(120_000_000), "400 calls");

        new Actions(page.driver())
                .moveToElement(page.row("org.other.Json.write"))
                .perform();
        assertThat(page.<String>js("return jprof.model.names.full(jprof.chart.hoveredMethod)"))
                .isEqualTo("org.other.Json.write");
        assertThat(page.js("return document.getElementById('tooltip').hidden").equals(true))
                .isTrue();
    }

    @Test
    void sandwich_has_all_callers_above_and_all_callees_below() throws IOException {
        OpenPage page = OpenPage.of(folder, SHOP);
        MethodTable table = MethodTable.of(SHOP);
        Names names = new Names(SHOP);
        for (String name : List.of(PRICE, "com.acme.shop.Order.total", "com.acme.Tree.walk", "com.acme.Main.main")) {
            int method = table.rows().stream()
                    .filter(row -> names.function(row.index()).equals(name))
                    .findFirst()
                    .orElseThrow()
                    .index();
            page.row(name).click();
            page.js(
                    "[...document.querySelectorAll('#details button')].filter(b => /^Show .* more$/.test(b.textContent)).forEach(b => b.click())");

            List<List<String>> edges = page.js(
                    "return [...document.querySelectorAll('#details .edge')]"
                            + ".map(edge => [edge.title, ...[...edge.querySelectorAll('span')].map(span => span.textContent)])");
            for (Edge edge : table.edges()) {
                if (edge.caller() == method || edge.callee() == method) {
                    int other = edge.caller() == method ? edge.callee() : edge.caller();
                    assertThat(edges)
                            .as(name)
                            .contains(line(other < 0 ? "calls at the top of a thread" : names.function(other), edge));
                }
            }
            String callees =
                    page.js("return [...document.querySelectorAll('#details h3')].map(h => h.textContent).join('|')");
            long called = table.edges().stream()
                    .filter(edge -> edge.caller() == method)
                    .count();
            assertThat(callees).contains("(" + Written.count(called) + ")");
        }
    }

    private static List<String> line(String name, Edge edge) {
        return List.of(
                name,
                Written.calls(edge.calls(), edge.primitiveCalls()) + (edge.calls() == 1 ? " call" : " calls"),
                Written.time(edge.self()) + " self",
                Written.time(edge.total()) + " total");
    }

    @Test
    void an_edge_leads_to_the_method_at_its_other_end() throws IOException {
        OpenPage page = OpenPage.of(folder, SHOP);
        page.row(PRICE).click();
        page.js(
                "[...document.querySelectorAll('#details .edge')].find(edge => edge.title.includes('Order.total')).click()");

        assertThat(page.texts("#details h2")).containsExactly("Order.total");
        assertThat(page.texts("#table .body .row.selected .name"))
                .hasSize(1)
                .allMatch(name -> name.contains("Order.total"));
    }

    @Test
    void hundred_thousand_rows_are_scrolled_sorted_and_filtered_through_a_few_dozen() throws IOException {
        OpenPage page = OpenPage.of(folder, wide(100_000));

        assertThat(page.js("return document.getElementById('table').ariaRowCount")
                        .toString())
                .isIn("100000", "100001");
        for (double share : new double[] {0, 0.5, 1}) {
            page.js(
                    "const table = document.getElementById('table'); table.scrollTop = arguments[0] * (table.scrollHeight - table.clientHeight)",
                    share);
            page.waitUntil(
                    "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
            List<String> names = page.column("name");
            assertThat(names).hasSizeBetween(5, 80);
            int first = Integer.parseInt(names.get(0).replaceAll("\\D*(\\d+)\\.run.*", "$1"));
            assertThat(first).isBetween((int) (share * 100_000) - 100, (int) (share * 100_000) + 100);
            assertThat(page.column("tottime").get(0)).isEqualTo(Written.time(1_000_000 - first));
        }
        page.type("search", "C77777.");
        assertThat(page.column("name")).hasSize(1).allMatch(name -> name.contains("C77777.run"));
        page.type("search", "nothing like it");
        assertThat(page.rows()).isEmpty();
    }

    /** As many methods side by side, each a nanosecond cheaper than the one before it. */
    private static Profile wide(int methods) {
        int[] parent = new int[methods + 1];
        int[] method = new int[methods + 1];
        long[] calls = new long[methods + 1];
        long[] self = new long[methods + 1];
        List<Method> rows = new ArrayList<>();
        parent[0] = -1;
        method[0] = -1;
        for (int i = 0; i < methods; i++) {
            rows.add(new Method("com.acme.C" + i, "run", "()V", "C.java", 1, Method.Kind.JAVA, true));
            method[i + 1] = i;
            calls[i + 1] = 1;
            self[i + 1] = 1_000_000 - i;
        }
        return new Profile(
                new Meta(Map.of()),
                rows,
                List.of(new ThreadRow("main", 1, 0, 1)),
                new CallTree(parent, method, Map.of(Metric.CALLS, calls, Metric.SELF, self)));
    }
}
