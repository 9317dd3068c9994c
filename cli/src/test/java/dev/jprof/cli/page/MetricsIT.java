package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.interactions.Actions;

/** What a profile has besides times and calls, recursive methods as roots, and the page on paper and on a small screen. */
@InChromium
class MetricsIT {
    private static final Metric ALLOCATED = new Metric("allocated", "bytes");

    @TempDir
    static Path folder;

    /** A thousand bytes for each call. */
    private static Profile allocating(Profile profile) {
        CallTree tree = profile.tree();
        Map<Metric, long[]> columns = new LinkedHashMap<>(tree.columns());
        long[] allocated = new long[tree.size()];
        int[] parent = new int[tree.size()];
        int[] method = new int[tree.size()];
        for (int node = 0; node < allocated.length; node++) {
            allocated[node] = 1000 * tree.calls(node);
            parent[node] = tree.parent(node);
            method[node] = tree.method(node);
        }
        columns.put(ALLOCATED, allocated);
        return new Profile(profile.meta(), profile.methods(), profile.threads(), new CallTree(parent, method, columns));
    }

    @Test
    void allocation_has_columns_and_widths() throws IOException {
        Profile profile = allocating(Paths.shop());
        OpenPage page = OpenPage.of(folder, profile);

        page.sort("metric allocated");
        assertThat(page.column("name").get(0)).isEqualTo("{java.util.HashMap.get}");
        assertThat(page.column("metric allocated").get(0)).isEqualTo("4.00 MB");

        page.choose("width", "metric allocated");
        Map<String, Long> totals = Paths.totals(profile, ALLOCATED);
        assertThat(page.nodes())
                .hasSizeGreaterThan(10)
                .allSatisfy(node -> assertThat(node.w())
                        .as(node.path())
                        .isCloseTo(
                                page.chartWidth() * totals.get(node.path()) / totals.get("all threads"), offset(0.01)));
    }

    @Test
    void recursive_method_as_root_has_its_total_once() throws IOException {
        OpenPage page = OpenPage.of(folder, Paths.shop());
        new Actions(page.driver()).doubleClick(page.row("com.acme.Tree.walk")).perform();

        List<Shape> walks = page.nodes().stream()
                .filter(node -> node.last().equals("com.acme.Tree.walk"))
                .toList();
        assertThat(walks).extracting(Shape::value).containsExactlyInAnyOrder(70e6, 60e6, 40e6);
        assertThat(walks.stream().mapToDouble(Shape::w).max().orElse(0)).isCloseTo(page.chartWidth(), offset(0.01));
    }

    @Test
    void paper_has_chart_and_table_without_controls() throws IOException {
        OpenPage page = OpenPage.of(folder, Paths.shop());
        page.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        try {
            for (String control : List.of("#tools", ".corner", "#stage", "#table", "#outline")) {
                assertThat(page.<String>js(
                                "return getComputedStyle(document.querySelector(arguments[0])).display", control))
                        .as(control)
                        .isEqualTo("none");
            }
            page.js("dispatchEvent(new Event('beforeprint'))");
            assertThat(page.texts("#paper svg text")).anyMatch(text -> text.contains("Order.total"));
            assertThat(page.texts("#paper td.name")).hasSize(40).startsWith("Order.total", "Item.price", "Json.write");
            assertThat(page.texts("#paper td:nth-child(2)")).startsWith("300 ms", "210 ms", "200 ms");
            page.js("dispatchEvent(new Event('afterprint'))");
            assertThat(page.texts("#paper *")).isEmpty();
        } finally {
            page.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
        }
        Object pdf = page.driver()
                .executeCdpCommand("Page.printToPDF", Map.of("printBackground", true))
                .get("data");
        assertThat(Base64.getDecoder().decode(String.valueOf(pdf))).hasSizeGreaterThan(10_000);
    }

    @Test
    void small_screen_shows_everything_without_scrolling_sideways() throws IOException {
        OpenPage page = OpenPage.of(folder, Paths.shop());
        page.screen(390, 844);
        try {
            page.waitUntil("return jprof.chart.shapes.every(shape => shape.w <= 390)");
            assertThat(page.number("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(page.shape("com.acme.Main.main").w()).isPositive();
            assertThat(page.texts("#table .body .row")).isNotEmpty();
        } finally {
            page.ownScreen();
        }
    }

    @Test
    void search_below_the_call_stack_keeps_off_the_chart() throws IOException {
        OpenPage page = OpenPage.of(folder, Paths.shop());
        page.screen(800, 900);
        try {
            assertThat(page.number("return document.getElementById('stage').getBoundingClientRect().top"
                            + " - document.getElementById('search').getBoundingClientRect().bottom"))
                    .isGreaterThanOrEqualTo(8);
        } finally {
            page.ownScreen();
        }
    }

    @Test
    void every_chart_can_be_put_on_paper() throws IOException {
        OpenPage page = OpenPage.of(folder, Paths.shop());
        for (String chart : List.of("icicle", "flame", "sunburst", "treemap")) {
            page.js("jprof.page.set({chart: arguments[0]}, true)", chart);
            page.driver().executeCdpCommand("Page.printToPDF", Map.of("printBackground", true));
            page.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
            page.js("dispatchEvent(new Event('beforeprint'))");
            page.js("jprof.page.recolor()");
            assertThat(page.<Boolean>js(
                            "const [paper, details] = ['paper', 'details'].map(id => document.getElementById(id).getBoundingClientRect());"
                                    + "return paper.height > 200 && paper.bottom <= details.top"))
                    .isTrue();
            page.js("dispatchEvent(new Event('afterprint'))");
            page.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
        Chromium.expectNoComplaints();
    }

    @Test
    void empty_profile_says_that_nothing_was_measured() throws IOException {
        OpenPage page = OpenPage.of(folder, Paths.of(List.of()));

        assertThat(page.text("table")).contains("Nothing was measured.");
        page.press("?");
        assertThat(page.js("return document.getElementById('keys').open").toString())
                .isEqualTo("true");
    }

    @Test
    void name_of_a_jdk_method_that_stands_alone_keeps_both_braces() throws IOException {
        OpenPage page = OpenPage.of(folder, Paths.shop());

        assertThat(
                        page.<String>js(
                                "const {names} = jprof.model; return names.alone(names.methods.function.indexOf('{java.util.HashMap.get}'))"))
                .isEqualTo("{get}");
    }
}
