package dev.jprof.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyTest {
    private static final double MS = 1e6;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    @Test
    void a_slower_machine_or_program_is_seen_as_a_whole_and_in_no_method() {
        List<Samples> methods = program(12, 10, new double[] {100, 200, 300, 50, 80, 70, 40, 90});
        List<Answer> answers = answers(scaled(methods, 1.3));

        assertThat(answers.get(0).verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(answers.get(0).ratio()).isEqualTo(1.3, within(0.08));
        assertThat(answers.stream().skip(1)).allMatch(answer -> answer.verdict() == Verdict.OK);
    }

    @Test
    void a_method_with_most_of_the_time_does_not_count_as_the_whole_program() {
        List<Samples> methods = new ArrayList<>(program(10, 10, new double[] {600, 50, 60, 70, 40, 80, 30, 70}));
        methods.set(0, scaled(methods.get(0), 1.2));
        List<Answer> answers = answers(methods);

        assertThat(answers.get(1).verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(answers.get(1).ratio()).isEqualTo(1.2, within(0.05));
        assertThat(answers.get(0).verdict()).isEqualTo(Verdict.OK);
        assertThat(answers.stream().skip(2)).allMatch(answer -> answer.verdict() == Verdict.OK);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void a_program_of_few_methods_is_judged_undivided(int count) {
        double[] times =
                DoubleStream.iterate(500, time -> time / 2).limit(count).toArray();
        List<Samples> methods = new ArrayList<>(program(10, 10, times));
        assertThat(answers(methods)).allMatch(answer -> answer.verdict() == Verdict.OK);

        methods.set(0, scaled(methods.get(0), 1.25));

        assertThat(CommonFactor.of(methods).isDividing()).isFalse();
        assertThat(answers(methods).get(1).verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(answers(methods).stream().skip(2)).allMatch(answer -> answer.verdict() == Verdict.OK);
    }

    @Test
    void what_got_faster_is_an_improvement() {
        List<Samples> methods = new ArrayList<>(program(10, 10, new double[] {100, 50, 60, 70, 40, 80}));
        methods.set(2, scaled(methods.get(2), 0.8));

        assertThat(answers(methods).get(3).verdict()).isEqualTo(Verdict.IMPROVEMENT);
        assertThat(answers(methods).get(3).runsNeeded()).isEqualTo(10);
    }

    @Test
    void a_method_that_was_not_there_is_a_regression_and_one_that_is_gone_an_improvement() {
        List<Samples> methods = new ArrayList<>(program(10, 10, new double[] {100, 50, 60, 70, 40, 80, 30}));
        methods.set(0, new Samples(new double[10], methods.get(0).current()));
        methods.set(1, new Samples(methods.get(1).base(), new double[10]));
        List<Answer> answers = answers(methods);

        assertThat(answers.get(1).verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(answers.get(1).ratio()).isInfinite();
        assertThat(answers.get(2).verdict()).isEqualTo(Verdict.IMPROVEMENT);
        assertThat(answers.get(2).ratio()).isEqualTo(0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.06, 100, REGRESSION", "0.04, 100, OK", "0.06, 15, OK", "0.2, 4, OK"})
    void a_change_must_reach_both_parts_of_the_minimum_effect(double rise, double milliseconds, Verdict expected) {
        double[] base = exact(milliseconds * MS, 10);
        double[] current = exact(milliseconds * MS * (1 + rise), 10);

        assertThat(alone(new Samples(base, current), MinimumEffect.OF_TIME).verdict())
                .isEqualTo(expected);
    }

    @Test
    void bytes_that_do_not_vary_are_compared_as_they_are() {
        Samples same = new Samples(constant(1_000_000, 10), constant(1_000_000, 10));
        Samples more = new Samples(constant(1_000_000, 10), constant(1_100_000, 10));

        Answer ok = alone(same, MinimumEffect.OF_BYTES);
        Answer regression = alone(more, MinimumEffect.OF_BYTES);

        assertThat(ok)
                .isEqualTo(new Answer(
                        Verdict.OK, 1_000_000, new Shift(0, 0, 0), 1, 1, RankSum.smallestP(10, 10), 65_536, 10));
        assertThat(regression.verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(regression.shift()).isEqualTo(new Shift(100_000, 100_000, 100_000));
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 6", "20, 8", "200, 9"})
    void too_few_runs_for_the_family_decide_nothing_and_say_how_many_would(int family, int needed) {
        Samples apart = new Samples(exact(100 * MS, needed - 1), exact(300 * MS, needed - 1));
        Samples same = new Samples(exact(100 * MS, needed - 1), exact(100 * MS, needed - 1));
        List<Question> questions = new ArrayList<>(Collections.nCopies(family, question(same)));
        questions.set(0, question(apart));

        List<Answer> answers = Family.answer(questions, Family.LEVEL);

        assertThat(answers)
                .allMatch(answer -> answer.verdict() == Verdict.NOT_ENOUGH_DATA)
                .allMatch(answer -> answer.runsNeeded() == needed)
                .allMatch(answer -> answer.smallestP() > Family.LEVEL / family)
                .allMatch(answer -> Double.isInfinite(answer.detectable()));
        assertThat(RankSum.smallestP(needed, needed)).isLessThanOrEqualTo(Family.LEVEL / family);
    }

    /** If the change is real, the number that was named finds it four times of five at least; the estimate is from ten runs. */
    @Test
    void what_looks_like_a_regression_is_told_how_many_runs_would_decide() {
        List<Integer> needed = new ArrayList<>();
        int found = 0;
        while (needed.size() < 60) {
            Answer answer = alone(noisy(10, 0.1, 1.12), MinimumEffect.OF_TIME);
            if (answer.verdict() == Verdict.NOT_ENOUGH_DATA) {
                needed.add(answer.runsNeeded());
                Answer again = alone(noisy(answer.runsNeeded(), 0.1, 1.12), MinimumEffect.OF_TIME);
                found += again.verdict() == Verdict.REGRESSION ? 1 : 0;
            }
        }
        assertThat(needed).allMatch(runs -> runs > 10 && runs < 100);
        assertThat(found).isGreaterThanOrEqualTo(48);
    }

    @Test
    void what_is_said_to_be_detectable_is_found_nine_times_of_ten() {
        int found = 0;
        for (int i = 0; i < 200; i++) {
            Answer before = alone(noisy(12, 0.05, 1), MinimumEffect.OF_TIME);
            double factor = 1 + before.detectable() / before.base();
            found += alone(noisy(12, 0.05, factor), MinimumEffect.OF_TIME).verdict() == Verdict.REGRESSION ? 1 : 0;
        }
        assertThat(found).isBetween(150, 198);
    }

    @Test
    void no_question_has_no_answer() {
        assertThat(Family.answer(List.of(), Family.LEVEL)).isEmpty();
    }

    @Test
    void membership_does_not_see_which_side_is_which() {
        Samples method = new Samples(new double[] {0, 0, 0}, new double[] {30, 10});
        Samples turned = new Samples(method.current(), method.base());

        assertThat(Family.isLarge(method, 2_000)).isTrue().isEqualTo(Family.isLarge(turned, 2_000));
        assertThat(Family.isLarge(method, 2_001)).isFalse();
    }

    private static List<Answer> answers(List<Samples> methods) {
        CommonFactor factor = CommonFactor.of(methods);
        List<Question> questions = new ArrayList<>(List.of(Question.ofProgram(factor, MinimumEffect.OF_TIME)));
        methods.forEach(method -> questions.add(new Question(method, factor, MinimumEffect.OF_TIME)));
        return Family.answer(questions, Family.LEVEL);
    }

    private static Answer alone(Samples samples, MinimumEffect minimum) {
        return Family.answer(List.of(new Question(samples, CommonFactor.none(samples), minimum)), Family.LEVEL)
                .get(0);
    }

    private static Question question(Samples samples) {
        return new Question(samples, CommonFactor.none(samples), MinimumEffect.OF_TIME);
    }

    /** Methods of these milliseconds, each run 5 % and each method 3 % off by chance. */
    private List<Samples> program(int base, int current, double[] milliseconds) {
        double[] levels = IntStream.range(0, base + current)
                .mapToDouble(run -> Math.exp(0.05 * random.nextGaussian()))
                .toArray();
        return DoubleStream.of(milliseconds)
                .mapToObj(time -> {
                    double[] all = DoubleStream.of(levels)
                            .map(level -> time * MS * level * Math.exp(0.03 * random.nextGaussian()))
                            .toArray();
                    return new Samples(Arrays.copyOf(all, base), Arrays.copyOfRange(all, base, base + current));
                })
                .toList();
    }

    private Samples noisy(int runs, double noise, double factor) {
        return scaled(
                new Samples(
                        DoubleStream.generate(() -> 100 * MS * Math.exp(noise * random.nextGaussian()))
                                .limit(runs)
                                .toArray(),
                        DoubleStream.generate(() -> 100 * MS * Math.exp(noise * random.nextGaussian()))
                                .limit(runs)
                                .toArray()),
                factor);
    }

    private static List<Samples> scaled(List<Samples> methods, double factor) {
        return methods.stream().map(method -> scaled(method, factor)).toList();
    }

    private static Samples scaled(Samples samples, double factor) {
        return new Samples(
                samples.base(),
                DoubleStream.of(samples.current()).map(value -> value * factor).toArray());
    }

    /** Values within a millionth of each other, all different. */
    private double[] exact(double value, int runs) {
        return DoubleStream.generate(() -> value * (1 + 1e-6 * random.nextDouble()))
                .limit(runs)
                .toArray();
    }

    private static double[] constant(double value, int runs) {
        return DoubleStream.generate(() -> value).limit(runs).toArray();
    }
}
