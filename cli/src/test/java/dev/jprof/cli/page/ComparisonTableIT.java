package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

/** New against old in the table: both sides and the difference, absolute or in shares. */
@InChromium
class ComparisonTableIT {
    @TempDir
    static Path folder;

    private static OpenPage page;

    @BeforeAll
    static void open() throws IOException {
        page = OpenPage.of(folder, HtmlPage.of(TwoSides.NEW, "new.json", TwoSides.OLD, "old.json"));
    }

    @BeforeEach
    void anew() {
        page.anew();
    }

    @Test
    void table_has_both_sides_and_the_difference() {
        List<String> slower = row("com.acme.A.slower");
        assertThat(slower).contains("30", "10", "+20", "400 ms", "100 ms", "+300 ms");
        List<String> gone = row("com.acme.A.gone");
        assertThat(gone).contains("0", "5", "−5", "200 ms", "−200 ms");
        List<String> added = row("com.acme.A.added");
        assertThat(added).contains("7", "+7", "150 ms", "+150 ms");
        assertThat(page.text("title")).isEqualTo("new.json against old.json");
    }

    @Test
    void base_stands_below_and_the_difference_beside() {
        List<List<Number>> boxes = page.js("""
                const cells = [...document.querySelector("#table .body .row").querySelectorAll("[role=gridcell]")];
                const keys = [...document.querySelectorAll("#table .head button")].map(button => button.dataset.key);
                return ["tottime", "baseself", "delta tottime"].map(key => cells[keys.indexOf(key)].getBoundingClientRect()).map(box => [box.right, box.top]);
                """);
        assertThat(boxes.get(1).get(0)).isEqualTo(boxes.get(0).get(0));
        assertThat(boxes.get(1).get(1).doubleValue())
                .isGreaterThan(boxes.get(0).get(1).doubleValue());
        assertThat(boxes.get(2).get(0).doubleValue())
                .isGreaterThan(boxes.get(0).get(0).doubleValue());

        page.sort("baseself");
        assertThat(page.column("baseself"))
                .containsSubsequence("300 ms", "200 ms", "100 ms", "50.0 ms", "10.0 ms", "0");
    }

    @Test
    void table_fits_at_1600_and_its_names_stay_in_sight_where_it_does_not() throws IOException {
        Dimension before = page.driver().manage().window().getSize();
        try {
            page = OpenPage.of(
                    folder,
                    HtmlPage.of(
                            TwoSides.measured(TwoSides.NEW, 0, 1_000),
                            "new.json",
                            TwoSides.measured(TwoSides.OLD, 0, 1_700),
                            "old.json"));
            page.driver().manage().window().setSize(new Dimension(1600, 900));
            String spare =
                    "const table = document.getElementById('table'); return table.clientWidth - table.scrollWidth";
            page.waitUntil("return innerWidth > 1580 && document.getElementById('table').clientWidth > 1200");
            assertThat(page.headings()).contains("delta max", "totalshare");
            assertThat(page.number(spare)).isZero();

            page.driver().manage().window().setSize(new Dimension(500, 900));
            page.waitUntil("return document.getElementById('table').classList.contains('name-first')");
            page.js("document.getElementById('table').scrollLeft = 300");
            double left = page.number(
                    "return document.querySelector('#table .body .row .name').getBoundingClientRect().left - document.getElementById('table').getBoundingClientRect().left");
            assertThat(page.number(spare)).isNegative();
            assertThat(left).isZero();
        } finally {
            page.driver().manage().window().setSize(before);
            page = OpenPage.of(folder, HtmlPage.of(TwoSides.NEW, "new.json", TwoSides.OLD, "old.json"));
        }
    }

    @Test
    void difference_may_be_off_by_what_both_sides_are() throws IOException {
        try {
            page = OpenPage.of(
                    folder,
                    HtmlPage.of(
                            TwoSides.uncertain(TwoSides.NEW, 9),
                            "new.json",
                            TwoSides.uncertain(TwoSides.OLD, 16),
                            "old.json"));
            List<Number> bars = page.js("""
                    const {rows, names} = jprof.model;
                    const row = rows.method.findIndex(method => names.full(method) === "com.acme.A.slower");
                    return [rows.toterr[row], rows.basetoterr[row]];
                    """);
            double both = Math.hypot(bars.get(0).doubleValue(), bars.get(1).doubleValue());
            assertThat(bars).allMatch(bar -> bar.doubleValue() > 0);
            assertThat(page.number("""
                    const {model, table} = jprof.page;
                    const row = model.rows.method.findIndex(method => model.names.full(method) === "com.acme.A.slower");
                    return table.all.find(column => column.key === "toterr").number(row);
                    """)).isCloseTo(both, offset(0.001));
            assertThat(cell("com.acme.A.slower", "toterr")).startsWith("± ").endsWith("ms");
            page.clickCss("#scale [data-scale=share]");
            assertThat(cell("com.acme.A.slower", "toterr")).startsWith("± ").endsWith("pp");
        } finally {
            page = OpenPage.of(folder, HtmlPage.of(TwoSides.NEW, "new.json", TwoSides.OLD, "old.json"));
        }
    }

    @Test
    void recursive_calls_and_errors_have_both_sides_too() throws IOException {
        Profile before = Paths.of(List.of(
                "main com.acme.Main.main | 1 1000000",
                "main com.acme.Main.main com.acme.A.a | 2 1000000 2",
                "main com.acme.Main.main com.acme.A.a com.acme.A.a | 3 1000000 1"));
        Profile now = Paths.of(
                List.of("main com.acme.Main.main | 1 1000000", "main com.acme.Main.main com.acme.A.a | 4 1000000 1"));
        try {
            page = OpenPage.of(folder, HtmlPage.of(now, "new.json", before, "old.json"));
            assertThat(cell("com.acme.A.a", "ncalls")).isEqualTo("4");
            assertThat(cell("com.acme.A.a", "basecalls")).isEqualTo("5/2");
            assertThat(cell("com.acme.A.a", "baseerrors")).isEqualTo("3");
            assertThat(cell("com.acme.A.a", "delta errors")).isEqualTo("−2");
        } finally {
            page = OpenPage.of(folder, HtmlPage.of(TwoSides.NEW, "new.json", TwoSides.OLD, "old.json"));
        }
    }

    @Test
    void allocation_and_durations_have_both_sides_where_both_profiles_have_them() throws IOException {
        Profile now = TwoSides.measured(TwoSides.NEW, 2_000_000);
        Profile before = TwoSides.measured(TwoSides.OLD, 500_000);
        try {
            page = OpenPage.of(folder, HtmlPage.of(now, "new.json", before, "old.json"));
            assertThat(page.texts("#table .head button"))
                    .containsSubsequence("p50", "base", "delta", "p99", "base", "delta", "max", "base", "delta")
                    .containsSubsequence("alloc", "base", "delta", "cumalloc", "base", "delta");
            assertThat(cell("com.acme.A.slower", "delta max")).isEqualTo("+20.0 µs");
            assertThat(cell("com.acme.A.slower", "base metric alloc")).isEqualTo("5.00 MB");
            assertThat(cell("com.acme.A.slower", "delta metric alloc")).isEqualTo("+55.0 MB");
            assertThat(cell("com.acme.A.gone", "delta metric alloc")).isEqualTo("−2.50 MB");
            assertThat(cell("com.acme.A.gone", "basemax")).isEqualTo("5.00 µs");
            assertThat(cell("com.acme.A.gone", "delta max")).isEmpty();

            // Of 116 MB now and of 18 MB before.
            page.clickCss("#scale [data-scale=share]");
            assertThat(cell("com.acme.A.slower", "delta metric alloc")).isEqualTo("+23.95 pp");

            page = OpenPage.of(folder, HtmlPage.of(now, "new.json", TwoSides.OLD, "old.json"));
            assertThat(page.texts("#table .head button")).contains("p50", "alloc");
            assertThat(page.js("return [...document.querySelectorAll('#table .head button')].map(e => e.dataset.key)")
                            .toString())
                    .doesNotContain("basep50", "base metric alloc");
        } finally {
            page = OpenPage.of(folder, HtmlPage.of(TwoSides.NEW, "new.json", TwoSides.OLD, "old.json"));
        }
    }

    @Test
    void share_compares_parts_of_the_whole() {
        page.clickCss("#scale [data-scale=share]");

        // Of 710 ms now and of 660 ms before.
        assertThat(row("com.acme.A.slower")).contains("+41.19 pp");
        assertThat(row("com.acme.A.faster")).contains("−31.37 pp");
        assertThat(row("com.acme.A.same")).contains("−0.53 pp");
    }

    private static String cell(String name, String column) {
        return page.js("""
                const line = [...document.querySelectorAll("#table .body .row")].find(row => !row.hidden && row.querySelector(".name").title.includes(arguments[0]));
                const keys = [...document.querySelectorAll("#table .head button")].map(button => button.dataset.key);
                return line.querySelectorAll("[role=gridcell]")[keys.indexOf(arguments[1])].textContent;
                """, name, column);
    }

    private static List<String> row(String name) {
        return page.rows().stream()
                .filter(row -> row.stream().anyMatch(cell -> cell.startsWith(name)))
                .findFirst()
                .orElseThrow();
    }
}
