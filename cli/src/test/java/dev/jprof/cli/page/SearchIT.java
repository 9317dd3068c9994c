package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Search in chart and table together, and what colours stand for. */
@InChromium
class SearchIT {
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

    /** Firefox empties a search field by itself where Chromium does not. */
    @Test
    void escape_leaves_the_field_and_what_was_searched() {
        page.type("search", "price");

        assertThat(page.<Boolean>js("return !document.getElementById('search').dispatchEvent("
                        + "new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}))"))
                .isTrue();
        assertThat(page.<String>js("return document.activeElement.id")).isEmpty();
        assertThat(page.fragment()).isEqualTo("#search=price");
    }

    @ParameterizedTest
    @CsvSource({
        "false, price",
        "false, PRICE",
        "false, acme.shop",
        "false, Item.java",
        "false, walk",
        "true, ^com\\.acme\\.(Job|Tree), ",
        "true, (walk|write)",
        "true, T1?7\\.tick",
        "false, no such thing",
        "false, '.*'"
    })
    void matches_and_their_share_are_those_of_the_outermost_nodes(boolean regex, String text) {
        if (regex) {
            page.click("regex");
        }
        page.type("search", text);

        Pattern pattern = Pattern.compile(regex ? text : Pattern.quote(text), Pattern.CASE_INSENSITIVE);
        long found = 0;
        double sum = 0;
        for (Map.Entry<String, Long> node : TOTALS.entrySet()) {
            String[] path = node.getKey().split("\n");
            boolean isOutermost = matches(pattern, path, path.length - 1);
            for (int above = 2; above < path.length - 1; above++) {
                isOutermost &= !matches(pattern, path, above);
            }
            found += isOutermost ? 1 : 0;
            sum += isOutermost ? node.getValue() : 0;
        }
        assertThat(page.text("matched"))
                .isEqualTo(Written.count(found) + " found, " + Written.percent(sum, TOTALS.get("all threads")));
        if (regex) {
            page.click("regex");
        }
    }

    /** The printed name has the place of the method behind it. */
    private static boolean matches(Pattern pattern, String[] path, int at) {
        if (at < 2) {
            return false;
        }
        String name = path[at];
        String type = name.substring(0, name.lastIndexOf('.'));
        String place = name.startsWith("{") ? "" : "(" + type.substring(type.lastIndexOf('.') + 1) + ".java:";
        return pattern.matcher(name + place).find();
    }

    @Test
    void table_shows_what_is_found_and_all_again() {
        int all = page.rows().size();
        page.type("search", "shop");
        assertThat(page.column("name")).hasSize(2).allMatch(name -> name.contains("acme.shop"));
        page.js("const s = document.getElementById('search'); s.value = ''; s.dispatchEvent(new Event('input'))");
        assertThat(page.rows()).hasSize(all);
        assertThat(page.text("matched")).isEmpty();
    }

    @Test
    void chart_greys_what_does_not_match() {
        page.type("search", "Order.total");
        String found = colour("com.acme.shop.Order.total");
        assertThat(colour("org.other.Json.write"))
                .isEqualTo(colour("com.acme.Tree.walk"))
                .isNotEqualTo(found);
        page.js("const s = document.getElementById('search'); s.value = ''; s.dispatchEvent(new Event('input'))");
        assertThat(colour("org.other.Json.write")).isNotEqualTo(colour("com.acme.Tree.walk"));
        assertThat(colour("com.acme.shop.Order.total")).isEqualTo(found);
    }

    /** Methods of one package are of one hue, not of one colour. */
    private static int difference(String one, String other) {
        String[] left = colour(one).replaceAll("[\\[\\] ]", "").split(",");
        String[] right = colour(other).replaceAll("[\\[\\] ]", "").split(",");
        int difference = 0;
        for (int i = 0; i < left.length; i++) {
            difference += Math.abs(Integer.parseInt(left[i]) - Integer.parseInt(right[i]));
        }
        return difference;
    }

    /** Of a pixel beside the text of a block. */
    private static String colour(String name) {
        Shape shape = page.shape(name);
        List<Number> pixel = page.js("""
                const canvas = document.getElementById("canvas");
                const scale = canvas.width / canvas.clientWidth;
                const copy = Object.assign(document.createElement("canvas"), {width: 1, height: 1});
                const pen = copy.getContext("2d", {willReadFrequently: true});
                pen.drawImage(canvas, Math.round(arguments[0] * scale), Math.round(arguments[1] * scale), 1, 1, 0, 0, 1, 1);
                return [...pen.getImageData(0, 0, 1, 1).data];
                """, shape.x() + Math.min(3, shape.w() / 2), shape.y() + 4);
        return pixel.toString();
    }

    @Test
    void wrong_expression_is_said_to_be_wrong() {
        page.click("regex");
        page.type("search", "((");
        assertThat(page.text("matched")).contains("no").contains("expression");
        assertThat(page.rows()).hasSizeGreaterThan(5);
        page.click("regex");
    }

    @Test
    void next_and_previous_go_through_the_matches_and_around() {
        page.type("search", "price");
        List<String> seen = new java.util.ArrayList<>();
        for (int i = 0; i < 3; i++) {
            page.click("next");
            seen.add(selected());
        }
        assertThat(seen.get(0)).endsWith("Item.price").isNotEqualTo(seen.get(1)).isEqualTo(seen.get(2));
        page.click("previous");
        assertThat(selected()).isEqualTo(seen.get(1));

        page.press(Keys.ESCAPE);
        page.js("document.getElementById('search').blur()");
        page.press("n");
        assertThat(selected()).isEqualTo(seen.get(0));
        page.press("N");
        assertThat(selected()).isEqualTo(seen.get(1));
        assertThat(page.nodes()).extracting(Shape::path).contains(seen.get(1));
    }

    private static String selected() {
        return page.js("const {tree, names, selected} = jprof.model;"
                + "return selected < 0 ? '' : tree.path(selected).map(n => names.full(tree.method[n])).join('\\n')");
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

    private static double calls(String name) {
        return page.number("""
                const {tree, names} = jprof.model;
                return tree.own.calls[tree.method.findIndex(method => names.full(method) === arguments[0])];
                """, name);
    }

    @Test
    void colours_stand_for_packages_or_numbers() {
        assertThat(difference("com.acme.shop.Item.price", "com.acme.shop.Order.total"))
                .isLessThan(difference("com.acme.shop.Item.price", "org.other.Json.write") / 2);
        for (String by : List.of("self", "calls", "mean")) {
            page.choose("color", by);
            String most = by.equals("calls") ? "{java.util.HashMap.get}" : "org.other.Json.write";
            String least = by.equals("calls")
                    ? "org.other.Json.write"
                    : by.equals("mean") ? "{java.util.HashMap.get}" : "com.acme.shop.Order.total";
            assertThat(colour(most)).as(by).isNotEqualTo(colour(least));
        }
    }
}
