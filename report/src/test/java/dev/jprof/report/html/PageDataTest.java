package dev.jprof.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Histograms;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.NodeBars;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.SampleProfiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
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
        long[] calls = totals(columns.get("calls"), drawn);
        long[] self = totals(columns.get("self"), drawn);
        int[] labels = labels(columns, drawn, profile.methods().size());
        for (int node = 1; node <= tree.size(); node++) {
            int source = drawn.sources()[node];
            if (!tree.isRoot(source)) {
                assertThat(labels[node]).isEqualTo(tree.method(source));
                assertThat(calls[node]).isEqualTo(tree.total(Metric.CALLS)[source]);
                assertThat(self[node]).isEqualTo(tree.total(source));
            }
        }
    }

    private static long[] totals(long[] column, PageTree drawn) {
        long[] totals = column.clone();
        for (int node = 1; node < totals.length; node++) {
            totals[node] = drawn.isFirstChild(node) ? totals[node - 1] - totals[node] : totals[node];
        }
        return totals;
    }

    /** As decode.js reads them. */
    private static int[] labels(Map<String, long[]> columns, PageTree drawn, int methods) {
        Map<Integer, List<Integer>> called = new HashMap<>();
        int[] labels = new int[drawn.size()];
        Iterator<Long> places = Arrays.stream(columns.get("places")).iterator();
        Iterator<Long> numbers = Arrays.stream(columns.get("labels")).iterator();
        for (int node = 1; node < labels.length; node++) {
            int caller = drawn.parent(node);
            List<Integer> before = called.computeIfAbsent(
                    drawn.isCall(caller) ? labels[caller] : methods, unknown -> new ArrayList<>());
            int place = drawn.isCall(node) ? places.next().intValue() : 0;
            labels[node] = place > 0 ? before.remove(place - 1) : numbers.next().intValue();
            if (drawn.isCall(node)) {
                before.add(0, labels[node]);
                before.subList(Math.min(before.size(), 64), before.size()).clear();
            }
        }
        assertThat(places).isExhausted();
        assertThat(numbers).isExhausted();
        return labels;
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

        assertThat(words.get("others").values())
                .extracting(
                        other -> other.get("key").asString(),
                        other -> other.get("unit").asString())
                .contains(tuple("metric alloc", "bytes"));
        assertThat(longs(words.at("/rows/metric alloc"))).isEqualTo(longs(words.at("/rows/tottime")));
        assertThat(longs(words.at("/rows/total metric alloc"))).isEqualTo(longs(words.at("/rows/cumtime")));
        assertThat(page.columns().get("metric alloc")).isEqualTo(page.columns().get("self"));
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
            Histogram histogram = all.of(sources[node]);
            long calls = profile.tree().calls(sources[node]);
            int mean = Histogram.bucketOf(profile.tree().total(sources[node]) / calls);
            int distance = histogram.buckets()[0] - mean;
            assertThat(columns.get("node histograms samples")[row])
                    .isEqualTo(histogram.samples() == calls ? 0 : histogram.samples());
            assertThat(columns.get("node histograms max")[row]).isEqualTo(Digits.THREE.code(histogram.max()));
            assertThat(columns.get("node histograms buckets")[row]).isEqualTo(histogram.buckets().length);
            assertThat(columns.get("node histograms bucket")[bucket])
                    .isEqualTo(distance < 0 ? -2 * distance - 1 : 2 * distance);
            assertThat(columns.get("node histograms calls")[bucket])
                    .isEqualTo(Digits.THREE.code(histogram.calls()[0]));
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
    void numbers_are_written_in_a_few_digits(double value) {
        assertThat(Math.abs(Digits.TWO.value(Digits.TWO.code(value)) - Math.rint(value)))
                .isLessThanOrEqualTo(0.05 * value);
        assertThat(Math.abs(Digits.THREE.value(Digits.THREE.code(value)) - Math.rint(value)))
                .isLessThanOrEqualTo(0.005 * value);
    }

    @Test
    void small_numbers_are_written_exactly() {
        IntStream.range(0, 1000)
                .forEach(number -> assertThat(Digits.THREE.code(number)).isEqualTo(number));
    }

    @Test
    void comparison_has_the_paths_of_both_and_the_threads_of_one() {
        Profile profile = SampleProfiles.small();

        PageText page = PageText.of(HtmlPage.of(profile, "new.json", profile, "old.json"));
        Map<String, long[]> columns = page.columns();

        assertThat(texts(page.words().get("threads"))).containsExactlyInAnyOrder("main", "pool-1 (2 threads)");
        assertThat(columns.get("baseSelf")).isEqualTo(columns.get("self"));
        assertThat(columns.get("baseCalls")).isEqualTo(columns.get("calls"));
        assertThat(columns.get("self")[0]).isEqualTo(page.words().get("self").asLong());
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
