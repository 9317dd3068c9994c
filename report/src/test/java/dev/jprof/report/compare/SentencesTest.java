package dev.jprof.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Profile;
import dev.jprof.report.model.Trees;
import dev.jprof.report.view.Restriction;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** That what is said of a difference is true of it. */
class SentencesTest {
    private static final Profile NEVER = Trees.of("main/load 1 1000");

    @Test
    void whose_time_per_call_is_unchanged_is_said() {
        assertThat(sentences(
                        Trees.of("main/load 10 10000", "main/load/next 100 4000"),
                        Trees.of("main/load 10 40000", "main/load/next 500 20000")))
                .contains(
                        "load +329 % (+46.000us): its own code takes 4.0 times as long; calls next 5.0 times as often");
        assertThat(sentences(
                        Trees.of("main/load 10 1000", "main/load/next 100 40000"),
                        Trees.of("main/load 10 11000", "main/load/next 310 124000")))
                .contains("load +229 % (+94.000us): calls next 3.1 times as often, whose time per call is unchanged;"
                        + " its own code takes 11 times as long");
    }

    @Test
    void a_time_per_call_that_moved_is_not_called_unchanged() {
        Profile base = Trees.of("main/load 10 0", "main/load/next 10 1000");
        Profile more = Trees.of("main/load 10 0", "main/load/next 1000 107000");

        assertThat(sentences(base, more)).noneMatch(sentence -> sentence.contains("unchanged"));
    }

    @Test
    void what_is_too_small_to_print_is_not_nothing() {
        assertThat(sentences(
                        Trees.of("main/load 1 10", "main/load/next 1000000 5000000"),
                        Trees.of("main/load 1 10", "main/load/next 1000001 5000005")))
                .containsExactly(
                        "load +0.01 % (+5ns): calls next less than 0.01 % more often; time per call unchanged",
                        "next +0.01 % (+5ns): called less than 0.01 % more often (1,000,000 -> 1,000,001);"
                                + " time per call unchanged");
    }

    @Test
    void what_is_so_in_each_call_is_told_from_what_is_so_in_all() {
        assertThat(sentences(
                        Trees.of("main/load 10 10000", "main/load/next 100 100000"),
                        Trees.of("main/load 5 10000", "main/load/next 100 100000")))
                .containsExactly("load takes as long as before: called 2.0 times less often (10 -> 5);"
                        + " in each call calls next 2.0 times as often");
        assertThat(sentences(Trees.of("main/load 10 10000"), Trees.of("main/load 5 10000")))
                .containsExactly("load takes as long as before: its own code takes 2.0 times as long per call;"
                        + " called 2.0 times less often (10 -> 5)");
    }

    /** The first call of a method is slow. */
    @Test
    void parts_that_make_up_for_each_other_do_not_hide_what_became_slower() {
        assertThat(sentences(
                        Trees.of("main/load 1 0", "main/load/heavy 10 20000", "main/load/small 1 3000"),
                        Trees.of("main/load 1 0", "main/load/heavy 10 26000", "main/load/small 40 3400")))
                .containsExactly(
                        "heavy +30 % (+6.000us): its own code takes 30 % longer",
                        "load +28 % (+6.400us): a call of heavy takes 30 % longer; calls small 40 times as often;"
                                + " a call of small is 35 times as fast",
                        "small +13 % (+400ns): called 40 times as often (1 -> 40); its own code is 35 times as fast"
                                + " per call");
    }

    @Test
    void a_median_of_no_calls_is_not_divided_by() {
        Profile called = Trees.of("main/load 1 1000", "main/load/next 5 500");
        Sides more = sides(List.of(NEVER, NEVER, called), List.of(called, called, called));

        assertThat(sentences(more, Sentences::of))
                .containsExactlyInAnyOrder(
                        "next (+500ns): called 5 times, in the median run of the base not at all",
                        "load +50 % (+500ns): in the median run now calls next");
        assertThat(sentences(sides(List.of(NEVER, NEVER, called), List.of(called, called, called)), Sentences::ofCalls))
                .contains("next is called 5 times, in the median run of the base not at all");
        assertThat(sentences(sides(List.of(called, called, called), List.of(NEVER, NEVER, called)), Sentences::ofCalls))
                .contains("next is called no more in the median new run (5 -> 0)");
    }

    @Test
    void what_takes_no_time_of_its_own_has_its_calls_said() {
        Profile leaf = Trees.of("main/load 1 1000", "main/load/leaf 7 0");

        assertThat(sentences(NEVER, leaf)).contains("leaf is new: 7 calls");
        assertThat(sentences(leaf, NEVER)).contains("leaf is gone: it had 7 calls");
    }

    @Test
    void a_method_that_does_itself_what_its_callee_did_takes_as_long_with_it() {
        assertThat(sentences(
                        Trees.of("main/load 1 1000", "main/load/next 1 1000"),
                        Trees.of("main/load 1 1500", "main/load/next 1 500")))
                .contains("load takes as long as before with its callees: its own code takes 50 % longer;"
                        + " a call of next is 2.0 times as fast");
    }

    private static List<String> sentences(Profile base, Profile current) {
        return sentences(sides(List.of(base), List.of(current)), Sentences::of);
    }

    private static List<String> sentences(Sides sides, BiFunction<Sentences, DiffRow, String> form) {
        Diff diff = Diff.of(sides, DiffOrder.CAUSE, List.of(Restriction.parse("1.0")), false);
        Sentences sentences = new Sentences(diff);
        return diff.methods().stream().map(row -> form.apply(sentences, row)).toList();
    }

    private static Sides sides(List<Profile> base, List<Profile> current) {
        Sides sides = new Sides();
        base.forEach(run -> sides.addBase(Run.of(run)));
        current.forEach(run -> sides.addCurrent(Run.of(run)));
        return sides;
    }
}
