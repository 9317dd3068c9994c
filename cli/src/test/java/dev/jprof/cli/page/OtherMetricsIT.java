package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics of other tools may have any name: that of a column which every page has, of a member of every object, or none at all. */
@InChromium
class OtherMetricsIT {
    private static final List<String> NAMES = List.of(
            "max",
            "p50",
            "ncalls",
            "pcalls",
            "tottime",
            "cumtime",
            "toterr",
            "allocerr",
            "name",
            "time",
            "total",
            "node",
            "threads",
            "baseSelf",
            "trust",
            "selfbar",
            "maxtotal",
            "max total",
            "ncallsdelta",
            "__proto__",
            "constructor",
            "a metric whose name says all that there is to say of it",
            "");
    private static final String CONTROL = "b\u0007l\u202el";

    @TempDir
    static Path folder;

    /** The metric at place p of the names has p + 1 for each call, and more of another one in {@code unit}. */
    private static Profile named(Profile profile, long more, String unit) {
        CallTree tree = profile.tree();
        Map<Metric, long[]> columns = new LinkedHashMap<>(tree.columns());
        for (int place = 0; place < NAMES.size(); place++) {
            columns.put(new Metric(NAMES.get(place), "count"), timesCalls(tree, more + place + 1));
        }
        columns.put(new Metric(CONTROL, unit), timesCalls(tree, 1));
        int[] parent = IntStream.range(0, tree.size()).map(tree::parent).toArray();
        int[] method = IntStream.range(0, tree.size()).map(tree::method).toArray();
        return new Profile(profile.meta(), profile.methods(), profile.threads(), new CallTree(parent, method, columns));
    }

    private static long[] timesCalls(CallTree tree, long factor) {
        return IntStream.range(0, tree.size())
                .mapToLong(node -> factor * tree.calls(node))
                .toArray();
    }

    @Test
    void any_name_has_columns_a_width_and_details() throws IOException {
        OpenPage page = OpenPage.of(folder, named(TwoSides.NEW, 0, "a\u001bb"));
        List<String> ncalls = page.column("ncalls");
        assertThat(ncalls).containsExactly("30", "7", "10", "10", "1");
        assertThat(page.column("tottime")).containsExactly("400 ms", "150 ms", "100 ms", "50.0 ms", "10.0 ms");
        assertThat(page.headings()).doesNotContain("p50", "max", "toterr", "allocerr");

        for (int place = 0; place < NAMES.size(); place++) {
            String key = "metric " + NAMES.get(place);
            long each = place + 1;
            assertThat(page.column(key))
                    .as(key)
                    .containsExactlyElementsOf(ncalls.stream()
                            .map(calls -> Written.count(each * Long.parseLong(calls)))
                            .toList());
            assertThat(page.column("total " + key).get(4)).as(key).isEqualTo(Written.count(each * 58));
            page.js("jprof.page.set({width: arguments[0]}, true)", key);
            assertThat(page.shape("com.acme.A.slower").value()).as(key).isEqualTo(each * 30);
        }
        assertThat(page.texts("#width option")).hasSize(2 + NAMES.size() + 1).contains("unnamed", "max", "time");

        page.js("jprof.page.chooseMethod(jprof.model.rows.method[0])");
        assertThat(page.text("of-method")).contains("max, self1", "toterr, self7", "unnamed, total1,334");
    }

    @Test
    void no_character_of_a_name_or_unit_does_harm() throws IOException {
        OpenPage page = OpenPage.of(folder, named(TwoSides.NEW, 0, "a\u001bb"));
        page.js("jprof.page.set({width: arguments[0]}, true)", "metric " + CONTROL);

        assertThat(page.texts("#width option")).contains("b\\u0007l\\u202el");
        assertThat(page.column("metric " + CONTROL).get(0)).isEqualTo("30 a\\u001bb");
        assertThat(page.<String>js("const read = new DOMParser().parseFromString(jprof.svg(), 'image/svg+xml');"
                        + "return read.querySelector('parsererror') ? 'broken' : read.documentElement.textContent"))
                .contains("30 a\\u001bb");
    }

    @Test
    void a_comparison_has_both_sides_of_each() throws IOException {
        OpenPage page = OpenPage.of(
                folder,
                HtmlPage.of(
                        named(TwoSides.NEW, 100, "count"), "new.json", named(TwoSides.OLD, 0, "count"), "old.json"));
        assertThat(page.column("delta ncalls")).containsExactly("+20", "+7", "0", "0", "0", "−5");
        for (int place = 0; place < NAMES.size(); place++) {
            String key = "metric " + NAMES.get(place);
            long each = place + 1;
            assertThat(page.column(key).get(0)).as(key).isEqualTo(Written.count((100 + each) * 30));
            assertThat(page.column("base " + key).get(0)).as(key).isEqualTo(Written.count(each * 10));
            assertThat(page.column("delta " + key).get(0))
                    .as(key)
                    .isEqualTo("+" + Written.count((100 + each) * 30 - each * 10));
            assertThat(page.column("base total " + key).get(5)).as(key).isEqualTo(Written.count(each * 5));
            page.js("jprof.page.set({width: arguments[0], side: 'base'}, true)", key);
            assertThat(page.shape("com.acme.A.gone").value()).as(key).isEqualTo(each * 5);
        }
        page.js("jprof.page.set({fold: 'A.gone'}, true)");
        assertThat(page.column("base metric max").get(4)).isEqualTo("6");
    }

    @Test
    void a_new_profile_without_methods_has_plain_zeros() throws IOException {
        OpenPage page = OpenPage.of(folder, HtmlPage.of(Paths.of(List.of()), "new.json", TwoSides.OLD, "old.json"));

        assertThat(page.column("tottime")).hasSize(5).containsOnly("0");
        assertThat(page.column("cumtime")).containsOnly("0");
        assertThat(page.column("baseself")).contains("300 ms");
    }
}
