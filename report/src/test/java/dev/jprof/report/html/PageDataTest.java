package dev.jprof.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Histograms;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.NodeBars;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.SampleProfiles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PageDataTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tree_has_every_node_with_its_numbers(long seed) {
        Profile profile = RandomProfiles.profile(seed);
        CallTree tree = profile.tree();

        PageText page = PageText.of(profile);
        Map<String, long[]> columns = page.columns();
        PageTree drawn = PageTree.of(profile);

        assertThat(page.words().get("nodes").asInt()).isEqualTo(tree.size() + 1);
        assertThat(IntStream.of(drawn.sources()).skip(1).sorted().toArray())
                .isEqualTo(IntStream.range(0, tree.size()).toArray());
        for (int node = 1; node <= tree.size(); node++) {
            int source = drawn.sources()[node];
            if (!tree.isRoot(source)) {
                assertThat(columns.get("labels")[node]).isEqualTo(tree.method(source));
                assertThat(columns.get("calls")[node]).isEqualTo(tree.calls(source));
                assertThat(columns.get("self")[node] + below(columns, drawn, node))
                        .isEqualTo(tree.total(source));
            }
        }
    }

    private static long below(Map<String, long[]> columns, PageTree drawn, int node) {
        int place = (int) IntStream.range(0, node).filter(drawn::hasChildren).count();
        return drawn.hasChildren(node) ? columns.get("self below")[place] : 0;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dearest_child_comes_first(long seed) {
        Profile profile = RandomProfiles.profile(seed);
        CallTree tree = profile.tree();
        PageTree drawn = PageTree.of(profile);
        int[] end = drawn.ends();

        for (int node = 1; node < drawn.size(); node++) {
            int next = end[node];
            boolean isSibling = next < drawn.size()
                    && !tree.isRoot(drawn.sources()[node])
                    && tree.parent(drawn.sources()[next]) == tree.parent(drawn.sources()[node]);
            if (isSibling) {
                assertThat(tree.total(drawn.sources()[next])).isLessThanOrEqualTo(tree.total(drawn.sources()[node]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rows_are_those_of_the_method_table(long seed) {
        Profile profile = RandomProfiles.profile(seed);
        MethodTable table = MethodTable.of(profile);

        JsonNode rows = PageText.of(profile).words().get("rows");

        assertThat(longs(rows.get("ncalls")))
                .isEqualTo(table.rows().stream().map(row -> row.calls()).toList());
        assertThat(longs(rows.get("pcalls")))
                .isEqualTo(
                        table.rows().stream().map(row -> row.primitiveCalls()).toList());
        assertThat(longs(rows.get("tottime")))
                .isEqualTo(table.rows().stream().map(row -> row.self()).toList());
        assertThat(longs(rows.get("cumtime")))
                .isEqualTo(table.rows().stream().map(row -> row.total()).toList());
        assertThat(longs(rows.get("errors")))
                .isEqualTo(table.rows().stream().map(row -> row.errors()).toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void another_metric_is_summed_up_as_time_is(long seed) {
        Profile profile = RandomProfiles.profile(seed);
        // Under another name, self time itself.
        Profile twice =
                withColumn(profile, new Metric("alloc", "bytes"), profile.tree().column(Metric.SELF));

        PageText page = PageText.of(twice);
        JsonNode words = page.words();

        assertThat(texts(words.get("others"))).contains("alloc");
        assertThat(texts(words.get("units"))).contains("bytes");
        assertThat(longs(words.at("/rows/alloc"))).isEqualTo(longs(words.at("/rows/tottime")));
        assertThat(longs(words.at("/rows/alloctotal"))).isEqualTo(longs(words.at("/rows/cumtime")));
        assertThat(page.columns().get("alloc")).isEqualTo(page.columns().get("self"));
        assertThat(page.columns().get("alloc below")).isEqualTo(page.columns().get("self below"));
    }

    @Test
    void uncertainty_of_another_metric_is_no_width() {
        Profile profile = SampleProfiles.small();
        long[] zeros = new long[profile.tree().size()];

        Profile more = withColumn(profile, new Metric("allocspread", "KiB2"), zeros);

        assertThat(PageText.of(more).words().get("others")).isEmpty();
    }

    private static Profile withColumn(Profile profile, Metric metric, long[] column) {
        CallTree tree = profile.tree();
        int[] parent = IntStream.range(0, tree.size()).map(tree::parent).toArray();
        int[] method = IntStream.range(0, tree.size()).map(tree::method).toArray();
        Map<Metric, long[]> columns = new LinkedHashMap<>(tree.columns());
        columns.put(metric, column);
        CallTree more = new CallTree(parent, method, columns, tree.histograms());
        return new Profile(profile.meta(), profile.methods(), profile.threads(), more);
    }

    @Test
    void histograms_stand_under_the_nodes_of_the_page() {
        Profile profile = SampleProfiles.small();
        Histograms all = profile.tree().histograms();
        Map<String, long[]> columns = PageText.of(profile).columns();
        int[] sources = PageTree.of(profile).sources();

        int node = 0;
        int bucket = 0;
        for (int row = 0; row < all.size(); row++) {
            node += (int) columns.get("node histograms owner")[row];
            var histogram = all.of(sources[node]);
            assertThat(columns.get("node histograms samples")[row]).isEqualTo(histogram.samples());
            assertThat(columns.get("node histograms max")[row]).isEqualTo(histogram.max());
            assertThat(columns.get("node histograms buckets")[row]).isEqualTo(histogram.buckets().length);
            assertThat(columns.get("node histograms bucket")[bucket])
                    .isEqualTo(histogram.buckets()[0]);
            assertThat(columns.get("node histograms calls")[bucket])
                    .isEqualTo(histogram.calls()[0]);
            bucket += histogram.buckets().length;
        }
        assertThat(columns.get("node histograms owner")).hasSize(all.size()).isNotEmpty();
    }

    @Test
    void callers_are_methods_or_the_thread_itself() {
        Profile profile = SampleProfiles.small();
        Map<String, long[]> columns = PageText.of(profile).columns();
        int thread = profile.methods().size();

        List<Long> called = IntStream.range(0, columns.get("edge caller").length)
                .filter(edge -> columns.get("edge caller")[edge] == thread)
                .mapToObj(edge -> columns.get("edge callee")[edge])
                .toList();

        assertThat(called).containsExactly(0L, 7L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bar_of_a_method_with_one_node_is_the_bar_of_the_node(long seed) {
        Profile profile = RandomProfiles.profile(seed);
        CallTree tree = profile.tree();
        NodeBars bars = NodeBars.of(profile);

        for (var row : MethodTable.of(profile).rows()) {
            int[] nodes = IntStream.range(0, tree.size())
                    .filter(node -> tree.method(node) == row.index())
                    .toArray();
            if (nodes.length == 1) {
                assertThat(bars.self(nodes[0])).isEqualTo(row.bars().self());
                assertThat(bars.total(nodes[0])).isEqualTo(row.bars().total());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1, 99, 99.6, 100, 101, 994, 995, 996, 1234, 87_654_321, 1e15})
    void bars_are_written_in_two_digits(double value) {
        int code = NodeColumns.twoDigits(value);
        double read = code < 100 ? code : (10 + (code - 10) % 90) * Math.pow(10, (code - 10) / 90);

        assertThat(Math.abs(read - Math.rint(value))).isLessThanOrEqualTo(0.05 * value);
    }

    @Test
    void comparison_has_the_paths_of_both_and_the_threads_of_one() {
        Profile profile = SampleProfiles.small();

        PageText page = PageText.of(HtmlPage.of(profile, "new.json", profile, "old.json"));
        Map<String, long[]> columns = page.columns();

        assertThat(texts(page.words().get("threads"))).containsExactlyInAnyOrder("main", "pool-1 (2 threads)");
        assertThat(columns.get("baseSelf")).isEqualTo(columns.get("self"));
        assertThat(columns.get("baseCalls below")).isEqualTo(columns.get("calls below"));
        assertThat(Arrays.stream(columns.get("self")).sum())
                .isEqualTo(page.words().get("self").asLong());
    }

    private static List<Long> longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
