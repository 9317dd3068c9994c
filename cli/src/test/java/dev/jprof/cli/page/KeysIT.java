package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page without a mouse, and without eyes. */
@InChromium
class KeysIT {
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
    @CsvSource({"1, icicle", "2, flame", "3, sunburst", "4, treemap"})
    void digits_choose_the_chart(String key, String chart) {
        page.press(key);
        assertThat(page.texts("#chart-choice [aria-checked=true]")).containsExactly(chart);
    }

    @Test
    void arrows_walk_the_tree_and_enter_zooms() {
        page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(page.texts("#details h2")).containsExactly("Order.total");
        page.press(Keys.ARROW_RIGHT);
        assertThat(page.texts("#details h2")).containsExactly("Json.write");
        page.press(Keys.ARROW_LEFT);
        page.press(Keys.ENTER);
        assertThat(page.texts("#crumbs .crumb")).hasSize(4);
        page.press(Keys.BACK_SPACE);
        assertThat(page.texts("#crumbs .crumb")).hasSize(3);
        page.press("r");
        assertThat(page.texts("#crumbs .crumb").get(0)).contains("Main.main");
        page.escape();
        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads");
    }

    @Test
    void letters_do_what_the_overlay_says() {
        page.press("/");
        assertThat(page.<String>js("return document.activeElement.id")).isEqualTo("search");
        page.escape();
        page.press("w");
        assertThat(page.<String>js("return document.getElementById('width').value"))
                .isEqualTo("calls");
        page.press("c");
        assertThat(page.<String>js("return document.getElementById('color').value"))
                .isEqualTo("self");
        page.press("m");
        assertThat(page.<Boolean>js("return document.getElementById('merged').checked"))
                .isTrue();
        double all = page.number("return jprof.chart.view.to - jprof.chart.view.from");
        page.press("+");
        assertThat(page.number("return jprof.chart.view.to - jprof.chart.view.from"))
                .isEqualTo(all * 0.7, offset(1.0));
        page.press("-");
        assertThat(page.number("return jprof.chart.view.to - jprof.chart.view.from"))
                .isEqualTo(all, offset(1.0));
    }

    @Test
    void key_of_a_switch_that_is_not_there_does_nothing() throws IOException {
        OpenPage oneThread = OpenPage.of(folder, Paths.of(List.of("main com.acme.A.run | 1 1000")));
        try {
            oneThread.press("m");
            oneThread.press("j");
            assertThat(oneThread.fragment()).isEmpty();
        } finally {
            page = OpenPage.of(folder, SHOP);
        }
    }

    @Test
    void question_mark_lists_the_keys() {
        page.press("?");
        assertThat(page.<Boolean>js("return document.getElementById('keys').open"))
                .isTrue();
        assertThat(page.texts("#keys dt")).contains("/", "n N", "?", "1 2 3 4").hasSizeGreaterThan(10);
        page.escape();
        assertThat(page.<Boolean>js("return document.getElementById('keys').open"))
                .isFalse();
        page.click("help");
        assertThat(page.<Boolean>js("return document.getElementById('keys').open"))
                .isTrue();
        page.clickCss("#keys button");
        assertThat(page.<Boolean>js("return document.getElementById('keys').open"))
                .isFalse();
    }

    @Test
    void arrows_in_the_table_say_the_row_and_leave_no_steps_behind() {
        page.js("document.getElementById('table').focus()");
        double steps = page.number("return history.length");
        page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);

        assertThat(spoken()).contains("com.acme.shop.Item.price");
        page.press(Keys.END);
        String last = page.js("return document.querySelector('#table .body .selected').getAttribute('aria-rowindex')");
        assertThat(last).isEqualTo(page.js("return document.getElementById('table').getAttribute('aria-rowcount')"));
        assertThat(spoken()).contains(page.texts("#details .full").get(0));
        assertThat(page.number("return history.length")).isEqualTo(steps);
        page.js("document.getElementById('table').scrollTop = 0");
        page.waitUntil("return document.getElementById('table').getAttribute('aria-activedescendant') === null");
    }

    /** What Chromium tells a screen reader of the row that the grid with the focus points at. */
    private static String spoken() {
        List<Map<String, Object>> nodes = tree();
        Map<String, Object> grid = nodes.stream()
                .filter(node -> property(node, "activedescendant") != null && property(node, "focused") != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing with the focus points at a row"));
        Object row = ((Map<?, ?>) ((List<?>) Objects.requireNonNull(property(grid, "activedescendant"))
                                .get("relatedNodes"))
                        .get(0))
                .get("backendDOMNodeId");
        return nodes.stream()
                .filter(node -> row.equals(node.get("backendDOMNodeId")))
                .map(node -> String.valueOf(((Map<?, ?>) node.get("name")).get("value")))
                .collect(Collectors.joining());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tree() {
        return (List<Map<String, Object>>) page.driver()
                .executeCdpCommand("Accessibility.getFullAXTree", Map.of())
                .get("nodes");
    }

    private static @Nullable Map<?, ?> property(Map<String, Object> node, String name) {
        return ((List<?>) node.getOrDefault("properties", List.of()))
                .stream()
                        .map(property -> (Map<?, ?>) property)
                        .filter(property -> name.equals(property.get("name")))
                        .map(property -> (Map<?, ?>) property.get("value"))
                        .findFirst()
                        .orElse(null);
    }

    @Test
    void screen_readers_get_a_table_and_a_tree() {
        assertThat(page.<String>js("return document.getElementById('table').getAttribute('role')"))
                .isEqualTo("grid");
        Map<String, Long> totals = Paths.totals(SHOP, Metric.SELF);
        assertThat(page.texts("#outline [role=treeitem]"))
                .contains("all threads, " + Written.time(totals.get("all threads")) + ", 100.0 %")
                .contains("main, " + Written.time(totals.get("all threads\nmain")) + ", "
                        + Written.percent(totals.get("all threads\nmain"), totals.get("all threads")));
        page.js(
                "[...document.querySelectorAll('#outline [data-node]')].find(e => e.textContent.startsWith('worker')).click()");
        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads", "worker");
    }
}
