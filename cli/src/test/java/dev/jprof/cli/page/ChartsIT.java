package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.interactions.Actions;

/** Every chart draws the true call tree: sizes, remainders, zoom, roots and threads. */
@InChromium
class ChartsIT {
    private static final String MAIN = "com.acme.Main.main";
    private static final String ORDER = "com.acme.shop.Order.total";
    private static final String PRICE = "com.acme.shop.Item.price";
    private static final double ROW = 22;

    @TempDir
    static Path folder;

    private static final Profile SHOP = Paths.shop();
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
    @CsvSource({"icicle, time", "icicle, calls", "flame, time", "flame, calls", "sunburst, time", "sunburst, calls"})
    void nodes_are_as_wide_as_their_total_is_of_the_whole(String chart, String width) {
        page.chart(chart);
        page.choose("width", width);

        Map<String, Long> totals = Paths.totals(SHOP, width.equals("time") ? Metric.SELF : Metric.CALLS);
        double whole = totals.get("all threads");
        double full = chart.equals("sunburst") ? 2 * Math.PI : page.chartWidth();
        List<Shape> nodes = page.nodes();
        assertThat(nodes).hasSizeGreaterThan(10).allSatisfy(node -> {
            assertThat(node.w()).as(node.path()).isCloseTo(totals.get(node.path()) / whole * full, offset(0.01));
            assertThat(node.value()).isEqualTo(totals.get(node.path()).doubleValue());
        });
        totals.forEach((path, total) -> {
            if (total / whole * full >= 1 && !path.contains("tiny")) {
                assertThat(nodes).as(path).anyMatch(node -> node.path().equals(path));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"icicle", "flame", "sunburst"})
    void what_is_too_narrow_stands_in_a_remainder_of_the_right_size(String chart) {
        page.chart(chart);

        Map<String, Long> totals = Paths.totals(SHOP, Metric.SELF);
        List<Shape> shapes = page.shapes();
        List<String> drawn =
                shapes.stream().filter(Shape::isNode).map(Shape::path).toList();
        Map<String, Double> cut = new HashMap<>();
        totals.forEach((path, total) -> {
            String caller = path.substring(0, Math.max(0, path.lastIndexOf('\n')));
            if (!drawn.contains(path) && drawn.contains(caller)) {
                cut.merge(caller, (double) total, Double::sum);
            }
        });
        Map<String, Double> rests = new HashMap<>();
        shapes.stream()
                .filter(shape -> shape.kind().equals("rest") || shape.kind().equals("deep"))
                .forEach(rest -> rests.merge(rest.path(), rest.value(), Double::sum));
        assertThat(cut).hasSizeGreaterThan(0);
        assertThat(rests).isEqualTo(cut);
    }

    @Test
    void flame_stands_on_its_root_and_icicle_hangs_from_it() {
        page.chart("icicle");
        double depth = page.shape(ORDER).path().lines().count() - 1;
        assertThat(page.shape(ORDER).y()).isEqualTo(depth * ROW);

        page.chart("flame");
        double height = page.number("return document.getElementById('canvas').clientHeight");
        assertThat(page.shape(ORDER).y()).isEqualTo(height - (depth + 1) * ROW);
    }

    /** The pixels themselves, in a line above the text: colours change where blocks end. */
    @Test
    void canvas_shows_the_blocks_where_they_are_said_to_be() {
        page.chart("icicle");
        Map<String, Long> totals = Paths.totals(SHOP, Metric.SELF);
        double whole = totals.get("all threads");
        double mainEnd = totals.get("all threads\nmain") / whole * page.chartWidth();
        double orderEnd = totals.get("all threads\nmain\n" + MAIN + "\n" + ORDER) / whole * page.chartWidth();

        assertThat(changesIn(1)).anySatisfy(x -> assertThat(x).isCloseTo(mainEnd, offset(2.0)));
        assertThat(changesIn(3)).anySatisfy(x -> assertThat(x).isCloseTo(orderEnd, offset(2.0)));
        assertThat(changesIn(3)).noneMatch(x -> x > 3 && x < orderEnd - 3);
    }

    private static List<Double> changesIn(int row) {
        List<Number> changes = page.js("""
                const canvas = document.getElementById("canvas");
                const scale = canvas.width / canvas.clientWidth;
                const copy = Object.assign(document.createElement("canvas"), {width: canvas.width, height: canvas.height});
                const pen = copy.getContext("2d", {willReadFrequently: true});
                pen.drawImage(canvas, 0, 0);
                const line = pen.getImageData(0, Math.round((arguments[0] * 22 + 2) * scale), canvas.width, 1).data;
                const changes = [];
                for (let x = 1; x < canvas.width; x++) {
                  if ([0, 1, 2].some(i => line[4 * x + i] !== line[4 * x - 4 + i])) {
                    changes.push(x / scale);
                  }
                }
                return changes;
                """, row);
        return changes.stream().map(Number::doubleValue).toList();
    }

    @Test
    void treemap_has_self_times_of_methods_within_classes_within_packages() {
        page.chart("treemap");

        Names names = new Names(SHOP);
        Map<String, Double> selfs = new TreeMap<>();
        MethodTable.of(SHOP).rows().forEach(row -> selfs.put(names.function(row.index()), (double) row.self()));
        List<Shape> shapes = page.shapes();
        List<Shape> methods =
                shapes.stream().filter(shape -> shape.kind().equals("method")).toList();
        assertThat(methods).hasSizeGreaterThan(5).allSatisfy(tile -> {
            assertThat(tile.value()).as(tile.name()).isEqualTo(selfs.get(tile.name()));
            String pack =
                    tile.name().startsWith("{") ? "java.util" : tile.name().replaceFirst("\\.[A-Z].*", "");
            Shape group = shapes.stream()
                    .filter(shape ->
                            shape.kind().equals("group") && shape.name().equals(pack))
                    .findFirst()
                    .orElseThrow();
            assertThat(tile.x()).isGreaterThanOrEqualTo(group.x());
            assertThat(tile.x() + tile.w()).isLessThanOrEqualTo(group.x() + group.w() + 0.01);
            assertThat(tile.y() + tile.h()).isLessThanOrEqualTo(group.y() + group.h() + 0.01);
        });
        double all = shapes.stream()
                .filter(shape -> shape.kind().equals("method") || shape.kind().equals("rest"))
                .mapToDouble(Shape::value)
                .sum();
        assertThat(all)
                .isEqualTo(Paths.totals(SHOP, Metric.SELF).get("all threads").doubleValue());
        Shape total = page.shape(ORDER);
        Shape json = page.shape("org.other.Json.write");
        assertThat(total.w() * total.h() / json.w() / json.h()).isCloseTo(1.5, offset(0.25));
    }

    @Test
    void click_in_the_treemap_opens_the_package_alone() {
        page.chart("treemap");
        Shape group = page.shapes().stream()
                .filter(shape -> shape.kind().equals("group") && shape.name().equals("com.acme.shop"))
                .findFirst()
                .orElseThrow();
        page.click(new Shape("", "", "", 0, group.x() + 20, group.y() + 4, 8, 8));

        assertThat(page.shapes())
                .filteredOn(shape -> shape.kind().equals("method"))
                .extracting(Shape::name)
                .containsExactlyInAnyOrder(ORDER, PRICE);
        page.escape();
        assertThat(page.shapes()).extracting(Shape::name).contains("com.acme.tiny");
    }

    @ParameterizedTest
    @ValueSource(strings = {"icicle", "flame", "sunburst"})
    void click_zooms_and_breadcrumb_and_reset_lead_back(String chart) {
        page.chart(chart);
        Map<String, Long> totals = Paths.totals(SHOP, Metric.SELF);
        String order = "all threads\nmain\n" + MAIN + "\n" + ORDER;
        double full = chart.equals("sunburst") ? 2 * Math.PI : page.chartWidth();

        clickIn(chart, page.shape(ORDER));

        assertThat(page.shape(ORDER).w()).isCloseTo(full, offset(0.01));
        Shape price = page.nodes().stream()
                .filter(node -> node.path().equals(order + "\n" + PRICE))
                .findFirst()
                .orElseThrow();
        assertThat(price.w()).isCloseTo(full * totals.get(order + "\n" + PRICE) / totals.get(order), offset(0.01));
        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads", "main", "Main.main", "Order.total");

        page.clickCss("#crumbs .crumb:nth-of-type(2)");
        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads", "main");
        assertThat(page.shape("main").w()).isCloseTo(full, offset(0.01));

        page.click("reset");
        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads");
        assertThat(page.shape("main").w())
                .isCloseTo(full * totals.get("all threads\nmain") / totals.get("all threads"), offset(0.01));
    }

    private static void clickIn(String chart, Shape shape) {
        if (chart.equals("sunburst")) {
            double angle = shape.x() + shape.w() / 2 - Math.PI / 2;
            double radius = shape.y() + shape.h() / 2;
            new Actions(page.driver())
                    .moveToElement(
                            page.id("canvas"), (int) (radius * Math.cos(angle)), (int) (radius * Math.sin(angle)))
                    .click()
                    .perform();
        } else {
            page.click(shape);
        }
    }

    @Test
    void zoom_is_a_short_animation_unless_less_motion_is_preferred() {
        page.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(Map.of("name", "prefers-reduced-motion", "value", "no-preference"))));
        try {
            List<Number> widths = page.driver().executeAsyncScript("""
                    const done = arguments[0];
                    const {chart, model, page} = window.jprof;
                    const main = [...model.tree.method.keys()].find(n => model.names.full(model.tree.method[n]).startsWith("com.acme.shop.Order"));
                    page.zoom(main);
                    const widths = [];
                    const begun = performance.now();
                    const look = () => {
                      widths.push(chart.view.to - chart.view.from);
                      performance.now() - begun < 900 ? requestAnimationFrame(look) : done(widths);
                    };
                    requestAnimationFrame(look);
                    """) instanceof List<?> list
                    ? list.stream().map(Number.class::cast).toList()
                    : List.of();
            double last = widths.get(widths.size() - 1).doubleValue();
            assertThat(last).isEqualTo(470_000_000.0);
            assertThat(widths).anyMatch(width -> width.doubleValue() > last * 1.01);
        } finally {
            page.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        }
    }

    @Test
    void any_row_of_the_table_can_become_the_root() {
        new Actions(page.driver())
                .doubleClick(page.row("com.acme.shop.Item.price"))
                .perform();

        Shape root = page.shape(PRICE);
        assertThat(root.w()).isCloseTo(page.chartWidth(), offset(0.01));
        assertThat(root.value()).isEqualTo(210_000_000);
        assertThat(page.texts("#crumbs .crumb").get(0)).contains("Item.price");

        page.escape();
        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads");
    }

    @Test
    void first_level_are_the_threads_and_a_switch_merges_them() {
        assertThat(page.nodes())
                .filteredOn(node -> node.y() == ROW)
                .extracting(Shape::last)
                .containsExactlyInAnyOrder("main", "worker");

        page.click("merged");

        Map<String, Long> totals = Paths.totals(SHOP, Metric.SELF);
        assertThat(page.nodes())
                .filteredOn(node -> node.y() == ROW)
                .extracting(Shape::last)
                .containsExactlyInAnyOrder(MAIN, "com.acme.Job.run");
        assertThat(page.nodes())
                .filteredOn(node -> node.path().equals("all threads\n" + MAIN))
                .extracting(Shape::value)
                .containsExactly(totals.get("all threads\nmain\n" + MAIN).doubleValue());
        page.click("merged");
        assertThat(page.nodes()).extracting(Shape::last).contains("worker");
    }

    @Test
    void wheel_pans_and_with_control_magnifies() {
        page.chart("icicle");
        double before = page.shape(ORDER).w();
        page.js(
                "document.getElementById('canvas').dispatchEvent(new WheelEvent('wheel', {deltaY: -100, ctrlKey: true, cancelable: true, bubbles: true, clientX: 10, clientY: 200}))");
        Shape magnified = page.shape(ORDER);
        assertThat(magnified.w()).isGreaterThan(before * 1.2);

        page.js(
                "document.getElementById('canvas').dispatchEvent(new WheelEvent('wheel', {deltaX: 100, deltaY: 0, cancelable: true, bubbles: true}))");
        Shape panned = page.shape(ORDER);
        assertThat(panned.x() + panned.w()).isCloseTo(magnified.x() + magnified.w() - 100, offset(1.0));
    }

    @Test
    void chart_of_what_was_not_measured_says_where_there_is_something() throws IOException {
        page = OpenPage.of(folder, Paths.of(List.of("main com.acme.Main.main | 1 0")));
        try {
            assertThat(page.<String>js("return jprof.svg()")).contains("with calls as the width");
            page.choose("width", "calls");
            assertThat(page.<String>js("return jprof.svg()"))
                    .contains("Main.main")
                    .doesNotContain("measured");
        } finally {
            page = OpenPage.of(folder, SHOP);
        }
    }
}
