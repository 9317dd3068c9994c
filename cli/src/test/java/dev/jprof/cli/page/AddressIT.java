package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

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

/** State in the address, and the theme. */
@InChromium
class AddressIT {
    private static final String ORDER = "com.acme.shop.Order.total";

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

    @Test
    void a_view_can_be_sent_as_its_address() {
        page.chart("flame");
        page.choose("width", "calls");
        page.choose("color", "mean");
        page.click("merged");
        page.type("search", "price & <b>");
        page.sort("cumtime");
        page.js("document.getElementById('search').blur()");
        page.click(page.shape(ORDER));
        List<Shape> shapes = page.shapes();
        List<List<String>> rows = page.rows();
        String address = page.driver().getCurrentUrl();

        OpenPage sent = OpenPage.at(String.valueOf(address));

        assertThat(sent.shapes()).isEqualTo(shapes);
        assertThat(sent.rows()).isEqualTo(rows);
        assertThat(sent.<String>js("return document.getElementById('search').value"))
                .isEqualTo("price & <b>");
        assertThat(sent.texts("#chart-choice [aria-checked=true]")).containsExactly("flame");
        assertThat(sent.texts("#table [aria-sort=descending]")).containsExactly("cumtime");
        assertThat(sent.<String>js("return document.getElementById('color').value"))
                .isEqualTo("mean");
        assertThat(sent.texts("#crumbs .crumb").get(2)).isEqualTo("Order.total");
    }

    @Test
    void address_holds_for_another_profile_of_the_same_program() throws IOException {
        page.click(page.shape(ORDER));
        page.press("r");
        String rooted = fragment();
        page.escape();
        page.click(page.shape(ORDER));
        String zoomed = fragment();

        // Other numbers for all of it: another method comes first, and what was below the root has gone.
        Profile newer = Paths.of(List.of(
                "main com.acme.New.first | 1 900000000",
                "main com.acme.New.first com.acme.shop.Order.total | 1 1000000",
                "worker com.acme.Job.run | 8 30000000",
                "main com.acme.Main.main | 1 2000000",
                "main com.acme.Main.main com.acme.shop.Order.total | 40 300000000"));
        OpenPage sent = OpenPage.of(folder, newer);
        try {
            sent.js("location.hash = arguments[0]", zoomed);
            sent.waitUntil("return document.querySelectorAll('#crumbs .crumb').length === 4");
            assertThat(sent.texts("#crumbs .crumb")).containsExactly("all threads", "main", "Main.main", "Order.total");
            sent.js("location.hash = arguments[0]", rooted);
            sent.waitUntil("return document.querySelector('#crumbs .crumb').textContent.includes('only')");
            assertThat(sent.texts("#crumbs .crumb").get(0)).contains("Order.total");

            sent = OpenPage.of(folder, Paths.of(List.of("main com.acme.Main.main | 1 2000000", "worker x.Y.z | 1 5")));
            sent.js("location.hash = arguments[0]", zoomed);
            sent.waitUntil("return document.querySelectorAll('#crumbs .crumb').length === 3");
            assertThat(sent.texts("#crumbs .crumb")).containsExactly("all threads", "main", "Main.main");
        } finally {
            page = OpenPage.of(folder, SHOP);
        }
    }

    private static String fragment() {
        return page.js("return location.hash");
    }

    @Test
    void back_and_forward_work() {
        page.chart("sunburst");
        page.chart("icicle");
        page.click(page.shape(ORDER));
        assertThat(page.texts("#crumbs .crumb")).hasSize(4);

        page.driver().navigate().back();
        page.waitUntil("return document.querySelectorAll('#crumbs .crumb').length === 1");
        assertThat(page.texts("#chart-choice [aria-checked=true]")).containsExactly("icicle");
        page.driver().navigate().back();
        page.waitUntil("return document.querySelector('#chart-choice [aria-checked=true]').textContent === 'sunburst'");
        page.driver().navigate().forward();
        page.driver().navigate().forward();
        page.waitUntil("return document.querySelectorAll('#crumbs .crumb').length === 4");
        assertThat(page.shape(ORDER).w()).isCloseTo(page.chartWidth(), offset(0.01));
    }

    @Test
    void selected_path_comes_back_when_the_page_is_loaded_anew_and_on_the_way_back() {
        page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        String onPath = onPath();
        assertThat(onPath).contains("calls40");
        assertThat(page.texts("#path .step")).hasSize(4);

        page.driver().navigate().refresh();
        page.waitUntil("return document.documentElement.dataset.ready === 'true'");
        assertThat(onPath()).isEqualTo(onPath);
        assertThat(page.texts("#crumbs .crumb")).containsExactly("all threads");

        page.row("com.acme.shop.Item.price").click();
        assertThat(page.texts("#on-path")).isEmpty();
        page.driver().navigate().back();
        page.waitUntil("return document.getElementById('on-path') !== null");
        assertThat(onPath()).isEqualTo(onPath);
        page.driver().navigate().forward();
        page.waitUntil("return document.getElementById('on-path') === null");
        assertThat(page.texts("#details h2")).containsExactly("Item.price");
    }

    private static String onPath() {
        return page.text("on-path");
    }

    @Test
    void row_that_was_chosen_below_a_zoom_stays_the_method_on_all_paths() {
        page.click(page.shape(ORDER));
        page.row("com.acme.shop.Item.price").click();

        OpenPage sent = OpenPage.at(String.valueOf(page.driver().getCurrentUrl()));

        assertThat(sent.texts("#crumbs .crumb")).hasSize(4);
        assertThat(sent.texts("#details h2")).containsExactly("Item.price");
        assertThat(sent.texts("#on-path")).isEmpty();
    }

    @Test
    void fields_say_what_is_true_after_going_back() {
        page.click(page.shape(ORDER));
        page.type("search", "price");
        page.driver().navigate().back();
        page.waitUntil("return location.hash === ''");
        assertThat(page.<String>js("return document.activeElement.id + document.getElementById('search').value"))
                .isEqualTo("search");
        assertThat(page.text("matched")).isEmpty();

        page.type("fold", "com.acme.shop");
        page.press(Keys.ENTER);
        assertThat(page.nodes()).extracting(Shape::last).doesNotContain(ORDER);
        page.driver().navigate().back();
        page.waitUntil("return location.hash === ''");
        assertThat(page.<String>js("return document.activeElement.id + document.getElementById('fold').value"))
                .isEqualTo("fold");
        page.press(Keys.TAB);
        assertThat(page.fragment()).isEmpty();
        assertThat(page.nodes()).extracting(Shape::last).contains(ORDER);
    }

    @Test
    void what_is_as_at_first_is_not_in_the_address() {
        page.sort("ncalls");
        assertThat(page.fragment()).isEqualTo("#sort=-ncalls");
        page.sort("tottime");
        assertThat(page.fragment()).isEmpty();
    }

    @Test
    void words_that_mean_nothing_are_put_right() {
        page.js("location.hash = arguments[0]", "sort=-foo&scale=bogus&side=x&width=y&color=z");
        page.waitUntil("return location.hash.includes('foo')");
        page.waitUntil("return new Promise(done => setTimeout(() => done(true), 30))");
        assertThat(page.texts("#table [aria-sort=descending]")).containsExactly("tottime");

        page.press("2");
        assertThat(page.fragment()).isEqualTo("#chart=flame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chart=nonsense",
                "node=999999999",
                "node=-5",
                "root=1e9",
                "method=NaN",
                "width=constructor",
                "color=__proto__",
                "sort=toString",
                "fold=((((",
                "search=((&regex=1",
                "group=%00",
                "%",
                "=&=&&",
                "node=1.5&root=2.5",
                "chart=icicle&chart=flame",
                "root=-7",
                "method=999999",
                "__proto__=1",
                "search=%F0%9F%98%80",
                "side=x&scale=y"
            })
    void an_address_that_makes_no_sense_still_shows_the_profile(String fragment) {
        page.js("location.hash = arguments[0]", fragment);
        page.waitUntil("return new Promise(done => setTimeout(() => done(true), 30))");

        assertThat(page.shapes()).isNotEmpty();
        assertThat(page.texts("#chart-choice [aria-checked=true]")).hasSize(1);
        assertThat(page.text("title")).isEqualTo("test.json");
    }

    @Test
    void theme_follows_the_system_and_has_a_switch() {
        try {
            scheme("light");
            assertThat(ground()).isEqualTo("rgb(255, 255, 255)");
            scheme("dark");
            String dark = ground();
            assertThat(dark).isNotEqualTo("rgb(255, 255, 255)");
            page.click("theme");
            assertThat(ground()).isEqualTo("rgb(255, 255, 255)");
            page.press("t");
            assertThat(ground()).isEqualTo(dark);
        } finally {
            page.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        }
    }

    private static void scheme(String scheme) {
        page.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static String ground() {
        return page.js("return getComputedStyle(document.body).backgroundColor");
    }
}
