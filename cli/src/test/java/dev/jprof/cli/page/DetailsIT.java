package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of a selected node. */
@InChromium
class DetailsIT {
    private static final String ORDER = "all threads\nmain\ncom.acme.Main.main\ncom.acme.shop.Order.total";

    @TempDir
    static Path folder;

    private static Map<String, String> entries(OpenPage page) {
        Map<String, String> entries = new TreeMap<>();
        for (String line : page.texts("#details dl")) {
            assertThat(line).isNotEmpty();
        }
        page.<java.util.List<java.util.List<String>>>js(
                        "return [...document.querySelectorAll('#details dt')].map(dt => [dt.textContent, dt.nextElementSibling.textContent])")
                .forEach(pair -> entries.putIfAbsent(pair.get(0), pair.get(1)));
        return entries;
    }

    @Test
    void selected_node_has_its_calls_times_and_shares() throws IOException {
        Profile shop = Paths.shop();
        Map<String, Long> totals = Paths.totals(shop, Metric.SELF);
        OpenPage page = OpenPage.of(folder, shop);
        page.click(page.shape("com.acme.shop.Order.total"));

        String caller = ORDER.substring(0, ORDER.lastIndexOf('\n'));
        Map<String, String> entries = entries(page);
        assertThat(entries)
                .containsEntry("calls", "40")
                .containsEntry("primitive calls", "40")
                .containsEntry("errors", "3");
        assertThat(entries.get("self")).startsWith(Written.time(300_000_000));
        assertThat(entries.get("total")).startsWith(Written.time(totals.get(ORDER)));
        assertThat(entries.get("total per call")).isEqualTo(Written.time(totals.get(ORDER) / 40.0));
        assertThat(page.text("details"))
                .contains(Written.percent(totals.get(ORDER), totals.get(caller)))
                .contains(Written.percent(totals.get(ORDER), totals.get("all threads")))
                .contains("com.acme.shop.Order.total(Order.java:11)");
    }

    @Test
    void all_is_all_below_a_root_too() throws IOException {
        Profile shop = Paths.shop();
        OpenPage page = OpenPage.of(folder, shop);
        page.js("jprof.page.root(jprof.model.head.methods.function.indexOf('com.acme.shop.Item.price'))");
        page.click(page.shape("com.acme.shop.Item.price"));

        long all = Paths.totals(shop, Metric.SELF).get("all threads");
        String share = Written.percent(210_000_000, all);
        assertThat(share).isNotEqualTo("100.0 %");
        assertThat(entries(page)).containsEntry("share of all", share).containsEntry("total of all", share);
        page.hover(page.shape("com.acme.shop.Item.price"));
        assertThat(page.text("tooltip")).contains(share + " of all");
        page.chart("treemap");
        page.hover(page.shape("com.acme.shop.Item.price"));
        assertThat(page.text("tooltip")).contains("100.0 % of Item.price");
    }

    @Test
    void path_can_be_copied() throws IOException {
        OpenPage page = OpenPage.of(folder, Paths.shop());
        page.js("""
                window.copied = [];
                document.addEventListener("copy", () => copied.push(String(document.activeElement.value || getSelection())));
                navigator.clipboard && (navigator.clipboard.writeText = async text => { copied.push(text); });
                """);
        page.click(page.shape("com.acme.shop.Order.total"));
        page.js(
                "[...document.querySelectorAll('#details button')].find(b => b.textContent.startsWith('Copy')).click()");

        page.waitUntil("return copied.length > 0");
        assertThat(page.<String>js("return copied[0]").lines().toList())
                .containsSubsequence("com.acme.Main.main", "com.acme.shop.Order.total");
    }

    @Test
    void durations_are_a_histogram_whose_bars_are_the_calls() throws IOException {
        OpenPage page = OpenPage.of(folder, SampleProfiles.small());
        page.js(
                "jprof.page.chooseMethod(jprof.model.head.methods.function.findIndex(name => name.startsWith('com.acme.Work.add(int')))");

        assertThat(page.texts("#details svg.histogram rect title"))
                .hasSize(3)
                .anyMatch(title -> title.endsWith("about 960 calls"))
                .anyMatch(title -> title.endsWith("about 39 calls"))
                .anyMatch(title -> title.endsWith("about 1 call"));
        assertThat(page.text("details")).contains("1.23 ms");
    }

    @Test
    void error_bars_and_reliability_stand_with_the_times() throws IOException {
        OpenPage page = OpenPage.of(folder, withSpread(Paths.shop()));
        page.click(page.shape("com.acme.shop.Order.total"));

        assertThat(entries(page).get("self")).matches("300 ms ± [\\d.]+ (ns|µs|ms)");
        assertThat(page.headings()).contains("toterr", "cumerr");
        page.press("m");
        assertThat(entries(page).get("self")).matches("300 ms ± [\\d.]+ (ns|µs|ms)");
        assertThat(page.column("toterr"))
                .allMatch(cell -> cell.isEmpty() || cell.matches("± ?([\\d.,]+ (ns|µs|ms|s)|0)"));
    }

    /** A tenth of a millisecond for each node. */
    private static Profile withSpread(Profile profile) {
        CallTree tree = profile.tree();
        Map<Metric, long[]> columns = new java.util.LinkedHashMap<>(tree.columns());
        long[] spread = new long[tree.size()];
        java.util.Arrays.fill(spread, 10_000);
        columns.put(Metric.SPREAD, spread);
        int[] parent = new int[tree.size()];
        int[] method = new int[tree.size()];
        for (int node = 0; node < parent.length; node++) {
            parent[node] = tree.parent(node);
            method[node] = tree.method(node);
        }
        return new Profile(profile.meta(), profile.methods(), profile.threads(), new CallTree(parent, method, columns));
    }
}
