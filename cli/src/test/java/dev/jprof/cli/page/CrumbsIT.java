package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The call stack above the chart, in windows of every width. */
@InChromium
class CrumbsIT {
    private static final List<String> NAMES = List.of(
            "OrderController.placeOrder",
            "OrderServiceImpl.validateAndStore",
            "TransactionInterceptor.invoke",
            "OrderRepositoryImpl.findByCustomer",
            "QueryExecutorFactory.executeQuery",
            "ResultSetMapper.mapAllRows",
            "CustomerEntityReader.readEntity",
            "AddressConverter.convertToModel",
            "PostalCodeValidatorOfManyCountries.isValidCode",
            "RegexCache.compilePattern");

    @TempDir
    static Path folder;

    private static OpenPage page;

    @BeforeAll
    static void open() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int depth = 1; depth <= NAMES.size(); depth++) {
            List<String> path = NAMES.subList(0, depth).stream()
                    .map(name -> "com.acme.shop." + name)
                    .toList();
            lines.add("main " + String.join(" ", path) + " | 1 1000000");
        }
        page = OpenPage.of(folder, Paths.of(lines));
    }

    @BeforeEach
    void anew() {
        page.anew();
    }

    @AfterEach
    void asItWas() {
        page.ownScreen();
    }

    private static void widen(int width) {
        page.screen(width, 900);
        settle();
    }

    /** What is resized is laid out in the frame that follows. */
    private static void settle() {
        page.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 480, 761, 900, 1024, 1300, 1920, 2560})
    void reset_and_the_current_call_are_in_sight_at_any_depth(int width) {
        widen(width);
        List<Object> places = new ArrayList<>();
        for (int node = 2; node <= NAMES.size() + 1; node++) {
            page.js("jprof.page.zoom(arguments[0])", node);

            String name = NAMES.get(node - 2);
            List<String> crumbs = page.texts("#crumbs .crumb");
            assertThat(crumbs.get(crumbs.size() - 1)).endsWith(name.substring(name.indexOf('.') + 1));
            assertWholeInSight("#crumbs [aria-current]", "at " + width);
            assertWholeInSight("#reset", "below " + name);
            assertThat(page.number("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            places.add(page.js(
                    "const {x, y} = document.getElementById('reset').getBoundingClientRect(); return x + ',' + y"));
        }
        assertThat(places).as("where Reset stands").containsOnly(places.get(0));

        page.click("reset");
        assertThat(page.texts("#crumbs .crumb")).containsExactly("main");
    }

    /** What a click at either end of it would hit, and whether all of its text is there. */
    private static void assertWholeInSight(String selector, String where) {
        assertThat(page.<List<Object>>js("""
                const item = document.querySelector(arguments[0]);
                const {left, right, top, bottom} = item.getBoundingClientRect();
                const hit = x => document.elementFromPoint(x, (top + bottom) / 2)?.textContent;
                return [hit(left + 2), hit(right - 2), item.scrollWidth <= item.clientWidth + 1];
                """, selector))
                .as("%s %s", selector, where)
                .isEqualTo(List.of(
                        page.texts(selector).get(0), page.texts(selector).get(0), true));
    }

    @Test
    void what_has_no_room_is_between_the_first_call_and_the_last_ones() {
        page.js("jprof.page.zoom(11)");

        List<String> crumbs = page.texts("#crumbs .crumb");
        assertThat(crumbs.get(0)).isEqualTo("main");
        int left = NAMES.size() + 1 - (crumbs.size() - 1);
        assertThat(left).isPositive();
        assertThat(crumbs.get(1)).isEqualTo("… " + left + " more");
        assertThat(crumbs.subList(2, crumbs.size()))
                .isNotEmpty()
                .allMatch(crumb -> crumb.length() <= 36)
                .hasSize(NAMES.size() - left);

        widen(2560);
        assertThat(page.texts("#crumbs .crumb")).hasSizeGreaterThan(crumbs.size());
    }

    @Test
    void all_of_it_is_in_a_list() {
        page.js("jprof.page.zoom(11)");
        page.clickCss("#crumbs .gap");

        List<String> all = new ArrayList<>(List.of("main"));
        NAMES.forEach(name -> all.add("com.acme.shop." + name));
        assertThat(page.texts("#stack .step")).isEqualTo(all);
        page.escape();
        assertThat(isListOpen()).isFalse();
        assertThat(page.texts("#crumbs [aria-current]")).containsExactly("RegexCache.compilePattern");

        page.clickCss("#crumbs .gap");
        page.clickCss("#stack .step:nth-of-type(4)");
        assertThat(isListOpen()).isFalse();
        assertThat(page.texts("#crumbs [aria-current]")).containsExactly(NAMES.get(2));
    }

    private static boolean isListOpen() {
        return page.js("return document.getElementById('stack').open");
    }

    @Test
    void keys_stay_on_the_stack() {
        page.js("jprof.page.zoom(3)");
        page.js("document.getElementById('chart-choice').querySelector('[aria-checked=true]').focus()");
        int controls =
                (int) page.number("return [...document.querySelectorAll('#tools select, #tools input, #tools button')]"
                        + ".filter(e => e.offsetParent && e.tabIndex === 0 && !e.dataset.chart).length");
        IntStream.rangeClosed(0, controls).forEach(i -> page.press(Keys.TAB));
        assertThat(page.<String>js("return document.activeElement.textContent")).isEqualTo("main");
        page.press(Keys.TAB, Keys.ENTER);

        assertThat(page.texts("#crumbs .crumb")).containsExactly("main", NAMES.get(0));
        assertThat(page.<String>js("return document.activeElement.textContent")).isEqualTo(NAMES.get(0));
    }
}
