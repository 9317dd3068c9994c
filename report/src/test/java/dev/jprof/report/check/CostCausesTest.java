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
import java.util.function.IntFunction;
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
        Runs runs = runs(
                "sum(self(a.Dao.*)) <= +5%",
                i -> profile(
                        "a.B.main 1 50000", "a.B.main/a.Dao.find 3 " + (40_000 + 31 * i), "a.B.main/a.Dao.save 3 100"),
                i -> profile(
                        "a.B.main 1 50000", "a.B.main/a.Dao.find 6 " + (80_000 + 29 * i), "a.B.main/a.Dao.save 3 90"));

        assertThat(causes(runs))
                .containsExactly(
                        "Dao.find +100 % (+39.992ms): called 2.0 times as often (3 -> 6); time per call unchanged");
    }

    @Test
    void of_a_method_that_allocates_more_its_calls_are_compared() throws Exception {
        Runs more = runs(
                "alloc(a.Dao.find) <= +5%",
                i -> bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 3 9"), 0, 0, 4_000_000 + 31 * i),
                i -> bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 6 9"), 0, 0, 8_000_000 + 29 * i));

        assertThat(causes(more))
                .containsExactly("called 6 times instead of 3", "a.B.main calls a.Dao.find 6 times instead of 3");
    }

    @Test
    void of_a_call_that_allocates_more_it_is_said_that_it_does() throws Exception {
        Runs larger = runs(
                "alloc(a.Dao.find) <= +5%",
                i -> bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 3 9"), 0, 0, 4_000_000 + 31 * i),
                i -> bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 3 9"), 0, 0, 8_000_000 + 29 * i));

        assertThat(causes(larger)).containsExactly("called as often as before, so a call allocates more");
    }

    @Test
    void of_a_sum_of_bytes_the_methods_that_grew_most_are_named() throws Exception {
        Profile profile = profile("a.B.main 1 50000", "a.B.main/a.Dao.find 3 9", "a.B.main/a.Dao.save 3 9");
        Runs runs = runs(
                "sum(alloc(a.Dao.*)) <= +5%",
                i -> bytes(profile, 0, 9_000_000, 4_000_000 + 20 * i, 1_000_000),
                i -> bytes(profile, 0, 19_000_000, 8_000_000 + 20 * i, 1_000_100));

        assertThat(causes(runs)).containsExactly("a.Dao.find allocates 8.00 MB instead of 4.00 MB");
    }

    @Test
    void of_a_sum_over_one_overload_no_other_is_named() throws Exception {
        Profile profile = profile("a.B.main 1 50000", "a.B.main/a.Dao.find(I)V 3 9", "a.B.main/a.Dao.find(J)V 3 9");
        Runs runs = runs(
                "sum(alloc(a.Dao.find(int))) <= +5%",
                i -> bytes(profile, 0, 9_000_000, 4_000_000 + 20 * i, 1_000_000),
                i -> bytes(profile, 0, 9_000_000, 8_000_000 + 20 * i, 7_000_000));

        assertThat(causes(runs)).containsExactly("a.Dao.find(int) allocates 8.00 MB instead of 4.00 MB");
    }

    @Test
    void overloads_of_a_sum_are_together() throws Exception {
        Profile profile = profile("a.B.main 1 50000", "a.B.main/a.Dao.find(I)V 3 9", "a.B.main/a.Dao.find(J)V 3 9");
        Runs runs = runs(
                "sum(alloc(a.Dao.*)) <= +5%",
                i -> bytes(profile, 0, 9_000_000, 4_000_000 + 20 * i, 1_000_000),
                i -> bytes(profile, 0, 9_000_000, 8_000_000 + 20 * i, 7_000_000));

        assertThat(causes(runs)).containsExactly("a.Dao.find allocates 15.0 MB instead of 5.00 MB");
    }

    @Test
    void of_one_overload_that_takes_longer_its_own_calls_are_compared() throws Exception {
        String of = "a.B.main/a.Dao.find";
        Runs runs = runs(
                "self(a.Dao.find(int)) <= +5%",
                i -> profile("a.B.main 1 50000", of + "(I)V 100 " + (40_000 + 31 * i), of + "(J)V 5 9"),
                i -> profile("a.B.main 1 50000", of + "(I)V 100 " + (80_000 + 29 * i), of + "(J)V 500 9"));

        assertThat(causes(runs)).last().isEqualTo("called as often as before, so a call itself takes longer");
    }

    @Test
    void calls_that_vary_are_compared_by_their_medians() throws Exception {
        Runs runs = new Runs(folder).rule("self(a.Dao.find) <= +5%");
        for (int i = 0; i < RUNS; i++) {
            int extra = i == RUNS - 1 ? 50 : 0;
            runs.base(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 9 " + (40_000 + 31 * i)));
            runs.current(profile("a.B.main 1 50000", "a.B.main/a.Dao.find " + (9 + extra) + " " + (80_000 + 29 * i)));
        }

        assertThat(causes(runs))
                .last()
                .isEqualTo("called as often as before, by the medians of the runs, so a call itself takes longer");
    }

    @Test
    void more_calls_that_allocate_more_in_each_have_both_said_of_them() throws Exception {
        Runs runs = runs(
                "alloc(a.Dao.find) <= +5%",
                i -> bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 3 9"), 0, 0, 1_000_000 + 31 * i),
                i -> bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 4 9"), 0, 0, 40_000_000 + 29 * i));

        assertThat(causes(runs)).startsWith("called 4 times instead of 3, and a call allocates more");
    }

    @Test
    void fewer_calls_are_no_cause() throws Exception {
        Runs runs = runs(
                "alloc(a.Dao.find) <= +5%",
                i -> bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 3 9"), 0, 0, 1_000_000 + 31 * i),
                i -> bytes(profile("a.B.main 1 50000", "a.B.main/a.Dao.find 2 9"), 0, 0, 40_000_000 + 29 * i));

        assertThat(causes(runs)).containsExactly("called 2 times instead of 3, so a call allocates more");
    }

    /** Runs of both sides, made of their numbers. */
    private Runs runs(String rule, IntFunction<Profile> base, IntFunction<Profile> current) throws Exception {
        Runs runs = new Runs(folder).rule(rule);
        for (int i = 0; i < RUNS; i++) {
            runs.base(base.apply(i)).current(current.apply(i));
        }
        return runs;
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
