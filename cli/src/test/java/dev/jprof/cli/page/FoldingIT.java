package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Folding, hiding and collapsing, in chart and table together. */
@InChromium
class FoldingIT {
    private static final String MAIN = "all threads\nmain\ncom.acme.Main.main";

    @TempDir
    static Path folder;

    private static final Profile SHOP = Paths.shop();
    private static final Map<String, Long> TOTALS = Paths.totals(SHOP, Metric.SELF);
    private static OpenPage page;

    @BeforeAll
    static void open() throws IOException {
        page = OpenPage.of(folder, SHOP);
    }

    @BeforeEach
    void anew() {
        page.anew();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.shop", "^com\\.acme\\.shop\\.(Item|Order)"})
    void folding_gives_the_time_to_the_caller(String what) {
        page.type("fold", what);
        page.press(Keys.ENTER);
        page.js("document.getElementById('fold').blur()");

        assertThat(page.nodes()).extracting(Shape::last).noneMatch(name -> name.contains("shop"));
        assertThat(value("all threads")).isEqualTo(TOTALS.get("all threads").doubleValue());
        assertThat(value(MAIN)).isEqualTo(TOTALS.get(MAIN).doubleValue());
        assertThat(value(MAIN + "\n{java.util.HashMap.get}")).isEqualTo(50_000_000);
        assertThat(self(MAIN)).isEqualTo(2_000_000 + 300_000_000 + 120_000_000);
        assertThat(page.column("name")).noneMatch(name -> name.contains("acme.shop"));
    }

    private static double value(String path) {
        return page.nodes().stream()
                .filter(node -> node.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path))
                .value();
    }

    private static double self(String path) {
        return page.number("""
                const {tree, names} = jprof.model;
                for (let node = tree.top; node < tree.size; node++) {
                  if (tree.path(node).map(n => names.full(tree.method[n])).join("\\n") === arguments[0]) {
                    return tree.own.self[node];
                  }
                }
                return -1;
                """, path);
    }

    @Test
    void jdk_rows_are_hidden_by_a_switch() {
        String order = MAIN + "\ncom.acme.shop.Order.total";
        page.click("nojdk");
        assertThat(page.nodes()).extracting(Shape::last).noneMatch(name -> name.startsWith("{"));
        assertThat(page.column("name")).noneMatch(name -> name.startsWith("{"));
        assertThat(value(order)).isEqualTo(TOTALS.get(order).doubleValue());
        assertThat(self(order)).isEqualTo(350_000_000);
        page.click("nojdk");
        assertThat(page.column("name")).contains("{java.util.HashMap.get}");
    }

    @Test
    void recursion_is_collapsed_by_a_switch() {
        String walk = MAIN + "\ncom.acme.Tree.walk";
        page.click("collapse");
        assertThat(page.nodes())
                .filteredOn(node -> node.last().equals("com.acme.Tree.walk"))
                .extracting(Shape::path)
                .containsExactly(walk);
        assertThat(value(walk)).isEqualTo(70_000_000);
        assertThat(self(walk)).isEqualTo(70_000_000);
        page.click("collapse");
        assertThat(page.nodes())
                .filteredOn(node -> node.last().equals("com.acme.Tree.walk"))
                .hasSize(3);
    }

    @Test
    void recursion_through_others_counts_with_the_outermost_call() throws IOException {
        String top = "all threads\nmain\ncom.acme.A.a";
        OpenPage.of(folder, throughOthers());
        try {
            page.click("collapse");

            assertThat(page.nodes())
                    .extracting(Shape::path)
                    .map(path -> "all threads\n" + path)
                    .contains(top, top + "\ncom.acme.B.b", top + "\ncom.acme.C.c")
                    .hasSize(4);
            assertThat(valueOfLast("com.acme.A.a")).isEqualTo(411_000_000);
            assertThat(valueOfLast("com.acme.B.b")).isEqualTo(60_000_000);
            assertThat(valueOfLast("com.acme.C.c")).isEqualTo(50_000_000);
            assertThat(calls("com.acme.A.a")).isEqualTo(4);
            assertThat(calls("com.acme.B.b")).isEqualTo(6);
        } finally {
            page = OpenPage.of(folder, SHOP);
        }
    }

    @Test
    void table_says_what_the_chart_does_of_collapsed_recursion() throws IOException {
        OpenPage.of(folder, throughOthers());
        try {
            assertThat(cell("com.acme.B.b", "cumtime")).isEqualTo(Written.time(410_000_000));
            assertThat(cell("com.acme.B.b", "ncalls")).isEqualTo(Written.calls(6, 2));
            page.click("collapse");

            for (String name : List.of("com.acme.A.a", "com.acme.B.b", "com.acme.C.c")) {
                assertThat(cell(name, "cumtime")).as(name).isEqualTo(Written.time(valueOfLast(name)));
                assertThat(cell(name, "ncalls")).as(name).isEqualTo(Written.count((long) calls(name)));
            }
            assertThat(cell("com.acme.B.b", "cumtime")).isEqualTo(Written.time(60_000_000));
            assertThat(cell("com.acme.B.b", "tottime")).isEqualTo(Written.time(60_000_000));
            assertThat(cell("com.acme.B.b", "cumpercall")).isEqualTo(Written.time(10_000_000));
            page.click("collapse");
            assertThat(cell("com.acme.B.b", "cumtime")).isEqualTo(Written.time(410_000_000));
        } finally {
            page = OpenPage.of(folder, SHOP);
        }
    }

    @Test
    void sandwich_says_what_the_chart_does_of_collapsed_recursion() {
        page.click("collapse");
        page.row("com.acme.Tree.walk").click();

        assertThat(page.texts("#callers .edge"))
                .singleElement()
                .asString()
                .contains("Main.main", "7 calls", "70.0 ms total");
        assertThat(page.texts("#callees .edge")).isEmpty();
        page.click("collapse");
        assertThat(page.texts("#callees .edge b")).containsExactly("Tree.walk");
    }

    @Test
    void sandwich_has_all_paths_while_a_method_is_the_root_of_collapsed_ones() {
        page.click("collapse");
        page.js("jprof.page.root(jprof.model.names.methods.function.indexOf('com.acme.Job.run'))");
        page.js("jprof.page.chooseMethod(jprof.model.names.methods.function.indexOf('com.acme.shop.Item.price'))");

        assertThat(page.texts("#callers .edge b")).containsExactly("Order.total", "Job.run");
    }

    @Test
    void text_with_signs_of_expressions_is_folded_as_it_stands() throws IOException {
        OpenPage.of(
                folder,
                Paths.of(List.of(
                        "main com.acme.Main.main | 1 1000000",
                        "main com.acme.Main.main com.acme.Outer$Inner.run | 2 20000000",
                        "main com.acme.Main.main com.acme.Outer.run | 2 3000000")));
        try {
            page.type("fold", "Outer$Inner");
            page.press(Keys.ENTER);

            assertThat(page.nodes())
                    .extracting(Shape::last)
                    .containsExactly("main", "com.acme.Main.main", "com.acme.Outer.run");
        } finally {
            page = OpenPage.of(folder, SHOP);
        }
    }

    /** A method that calls itself through another one. */
    private static Profile throughOthers() {
        return Paths.of(List.of(
                "main com.acme.A.a | 1 1000000",
                "main com.acme.A.a com.acme.B.b | 2 20000000",
                "main com.acme.A.a com.acme.B.b com.acme.A.a | 3 300000000",
                "main com.acme.A.a com.acme.B.b com.acme.A.a com.acme.B.b | 4 40000000",
                "main com.acme.A.a com.acme.B.b com.acme.A.a com.acme.C.c | 5 50000000"));
    }

    private static double valueOfLast(String name) {
        return page.nodes().stream()
                .filter(node -> node.last().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name))
                .value();
    }

    private static double calls(String name) {
        return page.number("""
                const {tree, names} = jprof.model;
                return tree.own.calls[tree.method.findIndex(method => names.full(method) === arguments[0])];
                """, name);
    }

    @Test
    void table_gives_the_time_of_what_is_folded_to_the_caller_too() {
        page.type("fold", "shop");
        page.press(Keys.ENTER);
        page.js("document.getElementById('fold').blur()");

        // Order.total and Item.price, called by main and, Item.price alone, by run.
        assertThat(cell("com.acme.Main.main", "tottime")).isEqualTo(Written.time(2_000_000 + 420_000_000 + 15_000_000));
        assertThat(cell("com.acme.Job.run", "tottime")).isEqualTo(Written.time(30_000_000 + 90_000_000));
        assertThat(cell("com.acme.Job.run", "ncalls")).isEqualTo("8");
        page.row("com.acme.Main.main").click();
        assertThat(page.texts("#callees .edge b")).contains("{HashMap.get}").doesNotContain("Order.total");
        page.type("fold", "");
        page.press(Keys.ENTER);
        assertThat(cell("com.acme.Main.main", "tottime")).isEqualTo(Written.time(2_000_000 + 15_000_000));
    }

    private static String cell(String name, String column) {
        int row = 0;
        while (!page.column("name").get(row).startsWith(name)) {
            row++;
        }
        return page.column(column).get(row);
    }
}
