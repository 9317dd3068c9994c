package dev.jprof.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares that are drawn by chance, against those that they were drawn from. */
class SampleBarsTest {
    private static final int DRAWS = 2000;
    private static final long PERIOD = 10_000_000;

    @ParameterizedTest
    @CsvSource({"0.5, 100", "0.5, 5000", "0.1, 100", "0.1, 1000", "0.02, 1000", "0.02, 20000", "0.9, 200"})
    void a_bar_reaches_the_truth_in_95_of_100_runs(double share, int samples) {
        Random random = new Random(Double.hashCode(share) + samples);
        int reached = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            long met = random.doubles(samples).filter(value -> value < share).count();
            MethodStats row = rowOf(met, samples);
            double truth = share * samples * PERIOD;
            reached += Math.abs(row.self() - truth) <= row.bars().self() ? 1 : 0;
        }

        assertThat((double) reached / DRAWS).isGreaterThan(0.94);
    }

    @Test
    void a_bar_is_no_wider_than_it_must_be() {
        MethodStats row = rowOf(500, 1000);

        assertThat(row.bars().self() / PERIOD).isBetween(30.0, 32.0);
    }

    @Test
    void total_has_a_bar_of_its_own_and_recursion_counts_once() {
        List<MethodStats> rows = MethodTable.rowsOf(SampleProfiles.sampled());

        MethodStats main = rows.get(0);
        MethodStats fib = rows.get(1);
        assertThat(main.total()).isEqualTo(10_000_000_000L);
        assertThat(main.bars().total()).isLessThan(100_000_000);
        assertThat(fib.total()).isEqualTo(9_500_000_000L);
        assertThat(fib.self()).isEqualTo(7_500_000_000L);
        assertThat(fib.bars().self()).isBetween(270e6, 290e6);
    }

    @Test
    void what_no_sample_met_has_no_bar() {
        assertThat(MethodTable.rowsOf(SampleProfiles.sampled()).get(0).bars().self())
                .isZero();
    }

    private static MethodStats rowOf(long met, long all) {
        Method one = new Method("", "one", "", "", 0, Method.Kind.JAVA, true);
        Method other = new Method("", "other", "", "", 0, Method.Kind.JAVA, true);
        CallTree tree = new CallTree(
                new int[] {-1, 0, 0},
                new int[] {-1, 0, 1},
                Map.of(
                        Metric.SAMPLES, new long[] {0, met, all - met},
                        Metric.SAMPLED, new long[] {0, met * PERIOD, (all - met) * PERIOD}));
        Profile profile =
                new Profile(new Meta(Map.of()), List.of(one, other), List.of(new ThreadRow("main", 1, 0, 1)), tree);
        return MethodTable.rowsOf(profile).get(0);
    }
}
