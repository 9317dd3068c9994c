package dev.jprof.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommonFactorTest {
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(3);

    @Test
    void factor_of_a_pair_is_the_median_ratio_over_the_methods() {
        List<Samples> methods = IntStream.range(0, 9)
                .mapToObj(method -> new Samples(values(4), values(4)))
                .toList();

        Samples program = CommonFactor.of(methods).program();

        for (int pair = 0; pair < 4; pair++) {
            int run = pair;
            double median = Samples.median(methods.stream()
                    .mapToDouble(method -> method.current()[run] / method.base()[run])
                    .toArray());
            assertThat(program.current()[run] / program.base()[run]).isEqualTo(median, within(1e-9));
        }
    }

    @Test
    void dividing_takes_out_what_all_methods_of_a_run_have_in_common() {
        double[] base = {1, 1.2, 0.8, 1.5};
        double[] current = {1.1, 0.9, 1.3, 1};
        List<Samples> methods = DoubleStream.of(100, 200, 50, 400, 30)
                .mapToObj(time -> new Samples(
                        DoubleStream.of(base).map(level -> level * time).toArray(),
                        DoubleStream.of(current).map(level -> level * time).toArray()))
                .toList();

        CommonFactor factor = CommonFactor.of(methods);
        Samples divided = factor.divide(methods.get(3));

        assertThat(factor.methods()).isEqualTo(5);
        assertThat(factor.disturbances().count()).isZero();
        for (double value : divided.pooled()) {
            assertThat(value).isEqualTo(divided.base()[0], within(1e-9));
        }
    }

    @Test
    void sides_with_different_numbers_of_runs_have_no_pairs_and_are_divided_all_the_same() {
        List<Samples> methods = IntStream.range(0, 9)
                .mapToObj(method -> new Samples(values(12), values(5)))
                .toList();

        Samples divided = CommonFactor.of(methods).divide(methods.get(0));

        assertThat(divided.base()).hasSize(12);
        assertThat(divided.current()).hasSize(5);
    }

    @Test
    void methods_that_some_run_did_not_reach_and_tiny_ones_have_no_say() {
        List<Samples> methods = List.of(
                new Samples(new double[] {1e9, 1e9}, new double[] {1e9, 1e9}),
                new Samples(new double[] {1e8, 0}, new double[] {1e8, 1e8}),
                new Samples(new double[] {10, 10}, new double[] {50, 50}));

        CommonFactor factor = CommonFactor.of(methods);

        assertThat(factor.methods()).isEqualTo(1);
        assertThat(factor.isDividing()).isFalse();
        assertThat(factor.divide(methods.get(1))).isSameAs(methods.get(1));
    }

    @Test
    void without_any_method_that_all_runs_reached_nothing_is_divided_or_found() {
        CommonFactor factor = CommonFactor.of(List.of(new Samples(new double[] {0, 5}, new double[] {5, 0})));

        assertThat(factor.methods()).isZero();
        assertThat(RankSum.p(factor.program())).isEqualTo(1);
    }

    @Test
    void a_disturbed_run_is_left_out_of_methods_and_kept_for_the_program() {
        List<Samples> methods = program(level -> level == 3 ? 1.9 : 1);

        CommonFactor factor = CommonFactor.of(methods);

        assertThat(factor.disturbances().base()).containsExactly(false, false, false, true, false, false, false, false);
        assertThat(factor.disturbances().count()).isEqualTo(1);
        assertThat(factor.divide(methods.get(0)).base()).hasSize(7);
        assertThat(factor.divide(methods.get(0)).current()).hasSize(8);
        assertThat(factor.program().base()).hasSize(8);
    }

    @Test
    void a_side_that_is_slower_as_a_whole_is_not_a_disturbance() {
        assertThat(CommonFactor.of(program(run -> run < 8 ? 1 : 1.4))
                        .disturbances()
                        .count())
                .isZero();
    }

    @Test
    void of_few_new_runs_against_many_of_the_base_none_is_a_disturbance_when_all_are_slower() {
        Samples levels = new Samples(
                IntStream.range(0, 30).mapToDouble(run -> 1 + run / 1000.0).toArray(), new double[] {1.5, 1.51, 1.52});

        assertThat(Disturbances.in(levels).count()).isZero();
    }

    /** Eight runs a side of seven methods that are 2 % off by chance, the runs at these levels. */
    private List<Samples> program(IntToDoubleFunction level) {
        return IntStream.range(0, 7)
                .mapToObj(method -> new Samples(
                        IntStream.range(0, 8)
                                .mapToDouble(run -> level.applyAsDouble(run) * (1 + 0.02 * random.nextDouble()))
                                .toArray(),
                        IntStream.range(8, 16)
                                .mapToDouble(run -> level.applyAsDouble(run) * (1 + 0.02 * random.nextDouble()))
                                .toArray()))
                .toList();
    }

    private double[] values(int runs) {
        return DoubleStream.generate(() -> 1 + random.nextDouble()).limit(runs).toArray();
    }
}
