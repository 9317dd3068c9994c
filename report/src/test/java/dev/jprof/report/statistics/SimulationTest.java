package dev.jprof.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a check is wrong, where it is known what is right. docs/ci.md quotes these. */
class SimulationTest {
    private static final int RUNS = 10;
    private static final int COMPARISONS = 1_000;
    private static final int SLOWDOWNS = 100;
    private static final double TEN_PER_CENT = 1.1;

    static Noise[] noises() {
        return new Noise[] {RecordedNoise.of("multiply"), new LogNormalNoise(0.05, 0.03)};
    }

    @Test
    void forty_runs_were_recorded_and_the_method_has_five_per_cent() {
        RecordedNoise recorded = RecordedNoise.of("multiply");
        assertThat(recorded.recorded()).isEqualTo(40);
        assertThat(recorded.share(recorded.method())).isBetween(0.045, 0.055);
        assertThat(LogNormalNoise.share(new LogNormalNoise(0, 0).method())).isEqualTo(0.05);
        assertThat(IntStream.range(0, 60).mapToDouble(LogNormalNoise::share).sum())
                .isBetween(0.999, 1.001);
    }

    @ParameterizedTest
    @MethodSource("noises")
    void of_a_thousand_comparisons_without_a_change_ten_at_most_have_an_alarm(Noise noise) {
        Simulation.Outcome outcome = new Simulation(noise, RUNS).of(COMPARISONS, 1, 2026);
        assertThat(outcome.alarms()).isLessThanOrEqualTo(10);
        assertThat(outcome.undecided()).isLessThanOrEqualTo(50);
    }

    /** As where a folder of accepted runs is the base of a few new ones, or the other way round. */
    @ParameterizedTest
    @MethodSource("noises")
    void nor_have_more_where_one_side_has_twice_as_many_runs(Noise noise) {
        assertThat(new Simulation(noise, 2 * RUNS, RUNS, Family.LEVEL)
                        .of(COMPARISONS, 1, 2026)
                        .alarms())
                .isLessThanOrEqualTo(10);
        assertThat(new Simulation(noise, RUNS, 2 * RUNS, Family.LEVEL)
                        .of(COMPARISONS, 1, 2026)
                        .alarms())
                .isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("noises")
    void of_a_thousand_slowdowns_by_ten_per_cent_ninety_five_in_a_hundred_are_found(Noise noise) {
        assertThat(new Simulation(noise, RUNS)
                        .of(COMPARISONS, TEN_PER_CENT, 2026)
                        .found())
                .isGreaterThanOrEqualTo(950);
    }

    /** Else the figures above would say nothing of the level. */
    @Test
    void without_a_level_there_are_many_alarms() {
        assertThat(new Simulation(RecordedNoise.of("multiply"), RUNS, RUNS, 1)
                        .of(SLOWDOWNS, 1, 2026)
                        .alarms())
                .isGreaterThan(50);
    }
}
