package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the zoom, and of a package in the treemap, when the other or the tree changes. */
@InChromium
class ZoomIT {
    private static final String ORDER = "com.acme.shop.Order.total";

    @TempDir
    static Path folder;

    private static OpenPage page;

    @BeforeAll
    static void open() throws IOException {
        page = OpenPage.of(folder, Paths.shop());
    }

    @BeforeEach
    void anew() {
        page.anew();
    }

    @Test
    void merging_threads_keeps_the_zoom_and_the_selection() {
        page.click(page.shape(ORDER));
        String numbers = page.text("on-path");

        page.press("m");
        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads", "Main.main", "Order.total");
        assertThat(page.text("on-path")).isEqualTo(numbers);

        page.press("m");
        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads", "main", "Main.main", "Order.total");
        assertThat(page.text("on-path")).isEqualTo(numbers);
    }

    @Test
    void folding_a_caller_keeps_the_zoom() {
        page.click(page.shape(ORDER));
        page.js("jprof.page.reshapeBy({fold: 'com.acme.Main'})");

        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads", "main", "Order.total");
        assertThat(page.texts("#details h2")).containsExactly("Order.total");
    }

    @Test
    void package_that_has_nothing_below_the_zoom_is_left() {
        page.chart("treemap");
        page.js("jprof.page.click(jprof.chart.shapes.find(shape => shape.group === 'org.other'))");
        assertThat(page.texts("#crumbs [aria-current]")).containsExactly("org.other");
        page.chart("icicle");
        page.click(page.shape(ORDER));

        page.chart("treemap");
        assertThat(page.shapes()).extracting(Shape::name).contains(ORDER);
        assertThat(page.texts("#crumbs [aria-current]")).containsExactly("Order.total");
        assertThat(page.fragment()).doesNotContain("group");
    }

    @Test
    void package_that_is_nowhere_is_left() {
        page.js("location.hash = 'chart=treemap&group=nowhere'");
        page.waitUntil("return jprof.model.state.chart === 'treemap'");
        assertThat(page.shapes()).isNotEmpty();
        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads");
    }
}
