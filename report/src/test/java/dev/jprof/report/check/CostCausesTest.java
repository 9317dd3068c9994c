package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check says of the reason why something takes longer or allocates more. */
class CostCausesTest {
    private static final int RUNS = 10;

    @TempDir
    Path folder;

    @Test
    void of_a_sum_of_times_the_methods_that_grew_most_are_named() throws Exception {
        Runs runs = new Runs(folder).rule("sum(self(a.Dao.*)) <= +5%");
        for (int i = 0; i < RUNS; i++) {
            runs.base(profile(
                    "a.B.main 1 50000", "a.B.main/a.Dao.find 3 " + (40_000 + 31 * i), "a.B.main/a.Dao.save 3 100"));
            runs.current(profile(
                    "a.B.main 1 50000", "a.B.main/a.Dao.find 6 " + (80_000 + 29 * i), "a.B.main/a.Dao.save 3 90"));
        }

        assertThat(causes(runs))
                .containsExactly(
                        "Dao.find +100 % (+39.991ms): called 2.0 times as often (3 -> 6); time per call unchanged");
    }

    @Test
    void of_a_method_that_allocates_more_its_calls_are_compared() throws Exception {
        Runs more = new Runs(folder).rule("alloc(a.Dao.find) <= +5%");
        for (int i = 0; i < RUNS; i++) {
            more.base(bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 3 9"), 0, 0, 4_000_000 + 31 * i));
            more.current(bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 6 9"), 0, 0, 8_000_000 + 29 * i));
        }

        assertThat(causes(more))
                .containsExactly("called 6 times instead of 3", "a.B.main calls a.Dao.find 6 times instead of 3");
    }

    @Test
    void of_a_call_that_allocates_more_it_is_said_that_it_does() throws Exception {
        Runs larger = new Runs(folder).rule("alloc(a.Dao.find) <= +5%");
        for (int i = 0; i < RUNS; i++) {
            larger.base(bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 3 9"), 0, 0, 4_000_000 + 31 * i));
            larger.current(bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 3 9"), 0, 0, 8_000_000 + 29 * i));
        }

        assertThat(causes(larger)).containsExactly("called as often as before, so a call allocates more");
    }

    @Test
    void of_a_sum_of_bytes_the_methods_that_grew_most_are_named() throws Exception {
        Runs runs = new Runs(folder).rule("sum(alloc(a.Dao.*)) <= +5%");
        Profile profile = profile("a.B.main 1 50000", "a.B.main/a.Dao.find 3 9", "a.B.main/a.Dao.save 3 9");
        for (int i = 0; i < RUNS; i++) {
            runs.base(bytes(profile, 0, 9_000_000, 4_000_000 + 20 * i, 1_000_000));
            runs.current(bytes(profile, 0, 19_000_000, 8_000_000 + 20 * i, 1_000_100));
        }

        assertThat(causes(runs)).containsExactly("a.Dao.find allocates 8.00 MB instead of 4.00 MB");
    }

    private static List<String> causes(Runs runs) throws Exception {
        List<Finding> broken = runs.check().with(Outcome.REGRESSION);
        assertThat(broken).hasSize(1);
        return broken.get(0).cause();
    }

    /** The profile with bytes of its nodes, the root first. */
    private static Profile bytes(Profile profile, long... bytes) {
        CallTree tree = profile.tree();
        int[] methods = IntStream.range(0, tree.size()).map(tree::method).toArray();
        int[] parents = IntStream.range(0, tree.size()).map(tree::parent).toArray();
        Map<Metric, long[]> columns = new LinkedHashMap<>(tree.columns());
        columns.put(Metric.ALLOC, bytes);
        columns.put(Metric.ALLOC_SPREAD, new long[bytes.length]);
        CallTree allocating = new CallTree(parents, methods, columns);
        return new Profile(profile.meta(), profile.methods(), profile.threads(), allocating);
    }
}
