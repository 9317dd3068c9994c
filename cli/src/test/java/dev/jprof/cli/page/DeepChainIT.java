package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain of 50,000 calls, each of a method of its own or all of one. */
@InChromium
class DeepChainIT {
    private static final int DEPTH = 50_000;

    @TempDir
    static Path folder;

    private static OpenPage page;

    @BeforeAll
    static void open() throws IOException {
        page = OpenPage.of(folder, chain());
    }

    private static Profile chain() {
        int[] parent = new int[DEPTH + 1];
        int[] method = new int[DEPTH + 1];
        long[] calls = new long[DEPTH + 1];
        long[] self = new long[DEPTH + 1];
        List<Method> rows = new ArrayList<>();
        parent[0] = -1;
        method[0] = -1;
        for (int i = 1; i <= DEPTH; i++) {
            parent[i] = i - 1;
            method[i] = (i - 1) / 2;
            calls[i] = 1;
            self[i] = 1000;
            if (i % 2 == 1) {
                rows.add(new Method("com.acme.Deep", "m" + rows.size(), "()V", "Deep.java", 1, Method.Kind.JAVA, true));
            }
        }
        return new Profile(
                new Meta(Map.of()),
                rows,
                List.of(new ThreadRow("main", 1, 0, 1)),
                new CallTree(parent, method, Map.of(Metric.CALLS, calls, Metric.SELF, self)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"icicle", "flame", "sunburst", "treemap"})
    void every_chart_can_be_drawn_zoomed_and_left(String chart) {
        page.anew();
        page.chart(chart);
        assertThat(page.shapes()).hasSizeGreaterThan(5);

        page.js("jprof.page.zoom(jprof.model.tree.size - 1)");
        assertThat(page.texts("#crumbs .crumb").get(page.texts("#crumbs .crumb").size() - 1))
                .contains("m24999");
        assertThat(page.shapes()).isNotEmpty();
        if (chart.equals("icicle")) {
            Shape last = page.shape("com.acme.Deep.m24999");
            Shape lowest = page.nodes().stream()
                    .max(Comparator.comparingDouble(Shape::y))
                    .orElseThrow();
            assertThat(lowest.last()).isEqualTo(last.last());
            assertThat(lowest.w()).isCloseTo(page.chartWidth(), offset(0.01));
            assertThat(lowest.value()).isEqualTo(1000);
        }
        page.escape();
        assertThat(page.texts("#crumbs .crumb")).containsExactly("main");
    }

    @Test
    void search_fold_collapse_and_merge_work_at_any_depth() {
        page.anew();
        page.type("search", "m24999");
        assertThat(page.text("matched")).startsWith("1 found");
        page.click("next");
        assertThat(page.text("details")).contains("com.acme.Deep.m24999");
        page.js("jprof.page.set({search: ''})");
        page.click("collapse");
        assertThat(page.number("return jprof.model.tree.size")).isEqualTo(DEPTH / 2 + 2);
        page.click("collapse");
        page.js("jprof.page.reshapeBy({fold: 'm1'})");
        assertThat(page.number("return jprof.model.tree.total.self[jprof.model.tree.top]"))
                .isEqualTo(DEPTH * 1000.0);
        page.js("jprof.page.reshapeBy({fold: ''})");
    }
}
