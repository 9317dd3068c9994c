package dev.jprof.report.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jprof.report.io.Json;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far a profile is from what the program knows. */
class VerdictTest {
    private static final Truth TRUTH =
            truth(known("run", 1, 9_000), known("hot", 10, 600_000), known("cold", 100, 391_000));

    private static Truth truth(KnownMethod... methods) {
        return new Truth(List.of(methods), 0);
    }

    private static KnownMethod known(String name, long calls, long self) {
        return new KnownMethod(name, calls, 0, self, 0);
    }

    private static Verdict verdict(String... profile) {
        return Verdict.of("Program", TRUTH, Trees.of(profile));
    }

    @Test
    void a_profile_that_says_the_truth_holds() {
        Verdict verdict = verdict("main/run 1 9000", "main/run/hot 10 600000", "main/run/cold 100 391000");

        assertThat(verdict.countErrors()).isZero();
        assertThat(verdict.shareError()).isZero();
        assertThat(verdict.timeError()).isZero();
        assertThat(verdict.worst()).isEqualTo("hot");
        assertThat(verdict.holds()).isTrue();
    }

    @Test
    void paths_and_threads_of_a_method_are_added_up() {
        assertThat(verdict(
                                "main/run 1 9000",
                                "main/run/hot 4 400000",
                                "main/run/cold 50 300000",
                                "main/run/cold/hot 1 100000",
                                "worker/hot 5 100000",
                                "worker/cold 50 91000")
                        .holds())
                .isTrue();
    }

    @Test
    void four_percent_that_went_to_another_method_are_too_much() {
        Verdict verdict = verdict("main/run 1 9000", "main/run/hot 10 560000", "main/run/cold 100 431000");

        assertThat(verdict.shareError()).isEqualTo(0.04, within(1e-12));
        assertThat(verdict.sharesHold()).isFalse();
        assertThat(verdict.holds()).isFalse();
    }

    @Test
    void two_percent_of_the_run_are_too_much_for_a_method_that_they_are_a_lot_for() {
        Verdict verdict = verdict("main/run 1 9000", "main/run/hot 10 620000", "main/run/cold 100 371000");

        assertThat(verdict.sharesHold()).isTrue();
        assertThat(verdict.timeError()).isEqualTo(20.0 / 391, within(1e-12));
        assertThat(verdict.worst()).isEqualTo("cold");
        assertThat(verdict.holds()).isFalse();
    }

    @Test
    void a_clock_that_is_six_percent_fast_spoils_times_and_not_shares() {
        Verdict verdict = verdict("main/run 1 9540", "main/run/hot 10 636000", "main/run/cold 100 414460");

        assertThat(verdict.shareError()).isEqualTo(0, within(1e-12));
        assertThat(verdict.timesHold()).isFalse();
    }

    @Test
    void a_method_of_less_than_a_percent_may_be_off_by_any_factor() {
        Verdict verdict = verdict("main/run 1 18000", "main/run/hot 10 600000", "main/run/cold 100 391000");

        assertThat(verdict.holds()).isTrue();
    }

    @Test
    void one_call_lost_is_one_too_many() {
        Verdict verdict = verdict("main/run 1 9000", "main/run/hot 9 600000", "main/run/cold 101 391000");

        assertThat(verdict.countErrors()).isEqualTo(2);
        assertThat(verdict.holds()).isFalse();
    }

    private static Profile skipping(Profile profile, String className, String reason) {
        Meta meta = new Meta(Map.of("skipped", List.of(Map.of("class", className, "reason", reason))));
        return new Profile(meta, profile.methods(), profile.threads(), profile.tree());
    }

    @Test
    void calls_of_a_class_without_probes_are_not_known_and_no_errors() {
        Truth truth = truth(known("a.Run.run", 1, 9_000), known("a.Hot.hot", 10, 600_000));
        Profile profile = Trees.of("main/a.Run.run 1 609000");

        Verdict told = Verdict.of("Program", truth, skipping(profile, "a.Hot", "no memory"));
        Verdict ofAnotherClass = Verdict.of("Program", truth, skipping(profile, "a.Ho", "no memory"));

        assertThat(told.countErrors()).isZero();
        assertThat(told.unrecorded()).isEqualTo("a.Hot ran without probes: no memory");
        assertThat(told.fails()).isFalse();
        assertThat(told.holds()).isFalse();
        assertThat(ofAnotherClass.countErrors()).isEqualTo(10);
        assertThat(ofAnotherClass.unrecorded()).isEmpty();
    }

    @Test
    void calls_that_were_folded_are_no_errors_as_long_as_none_is_lost() {
        Verdict folded = verdict("main/run 1 9000", "main/run/hot 10 600000", "main/[overflow] 100 391000");
        Verdict oneLost = verdict("main/run 1 9000", "main/run/hot 10 600000", "main/[overflow] 99 391000");

        assertThat(folded.countErrors()).isZero();
        assertThat(folded.unrecorded()).contains("heap is too small", "[overflow]");
        assertThat(folded.fails()).isFalse();
        assertThat(folded.holds()).isFalse();
        assertThat(oneLost.countErrors()).isEqualTo(1);
        assertThat(oneLost.fails()).isTrue();
    }

    @Test
    void the_text_says_what_is_not_known_and_why() throws IOException {
        Verdict good = verdict("main/run 1 9000", "main/run/hot 10 600000", "main/run/cold 100 391000");
        Verdict folded = verdict("main/run 1 9000", "main/run/hot 10 600000", "main/[overflow] 100 391000");
        StringBuilder text = new StringBuilder();
        VerdictText.row(folded, text);
        VerdictText.end(List.of(good, folded), text);

        assertThat(text.toString().lines())
                .contains(
                        "Program                   0         ?         ?   (not all of it was recorded, see below)",
                        "Not known here: Program. The heap is too small for its call tree, whose last calls are counted in an"
                                + " [overflow] row.",
                        "Where memory was short: -Xmx16m is enough for each of these programs.",
                        "All else holds here.");
    }

    @Test
    void exceptions_count() {
        Truth truth = truth(new KnownMethod("run", 1, 1, 1000, 0));

        assertThat(Verdict.of("Program", truth, Trees.of("main/run 1 1000")).countErrors())
                .isEqualTo(1);
    }

    @Test
    void a_method_that_only_one_of_them_knows_is_an_error() {
        Verdict missing = verdict("main/run 1 9000", "main/run/hot 10 991000");
        Verdict invented =
                verdict("main/run 1 9000", "main/run/hot 10 600000", "main/run/cold 100 391000", "main/run/x 7 0");

        assertThat(missing.countErrors()).isEqualTo(100);
        assertThat(missing.shareError()).isEqualTo(0.391, within(1e-12));
        assertThat(invented.countErrors()).isEqualTo(7);
    }

    @Test
    void a_profile_without_time_is_wholly_wrong_in_times() {
        Verdict verdict = verdict("main/run 1 0", "main/run/hot 10 0", "main/run/cold 100 0");

        assertThat(verdict.timeError()).isEqualTo(1);
        assertThat(verdict.holds()).isFalse();
    }

    @Test
    void time_between_the_sides_of_a_call_may_be_on_either() {
        Truth truth = truth(
                new KnownMethod("run", 1, 0, 50_000, 45_000),
                new KnownMethod("hot", 10, 0, 600_000, 40_000),
                new KnownMethod("cold", 100, 0, 350_000, 5_000));
        Verdict callers = Verdict.of(
                "Program", truth, Trees.of("main/run 1 95000", "main/run/hot 10 560000", "main/run/cold 100 345000"));
        Verdict beyond = Verdict.of(
                "Program", truth, Trees.of("main/run 1 5000", "main/run/hot 10 680000", "main/run/cold 100 315000"));

        assertThat(callers.shareError()).isZero();
        assertThat(callers.timeError()).isZero();
        assertThat(beyond.shareError()).isEqualTo((0.04 + 0.03) / 2, within(1e-12));
        assertThat(beyond.timeError()).isEqualTo(30.0 / 350, within(1e-12));
        assertThat(beyond.worst()).isEqualTo("cold");
    }

    @Test
    void a_second_try_is_for_what_does_not_hold_while_the_processor_was_away() {
        String[] right = {"main/run 1 9000", "main/run/hot 10 600000", "main/run/cold 100 391000"};
        String[] wrongTime = {"main/run 1 9000", "main/run/hot 10 560000", "main/run/cold 100 431000"};
        String[] wrongCount = {"main/run 1 9000", "main/run/hot 9 560000", "main/run/cold 100 431000"};
        Truth away = new Truth(TRUTH.methods(), 21_000);

        assertThat(Verdict.of("Program", away, Trees.of(right)).isDoubtful()).isFalse();
        assertThat(Verdict.of("Program", away, Trees.of(wrongTime)).isDoubtful())
                .isTrue();
        assertThat(Verdict.of("Program", away, Trees.of(wrongCount)).isDoubtful())
                .isFalse();
        assertThat(Verdict.of("Program", TRUTH, Trees.of(wrongTime)).isDoubtful())
                .isFalse();
    }

    @Test
    void truth_is_found_among_other_output() {
        List<String> output = List.of("Picked up JAVA_TOOL_OPTIONS: x", "truth a.B.c 12 1 34 5", "away 6", "done");

        assertThat(Truth.in(output)).isEqualTo(new Truth(List.of(new KnownMethod("a.B.c", 12, 1, 34, 5)), 6));
        assertThatThrownBy(() -> Truth.in(List.of("truth a.B.c 12")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.B.c 12");
    }

    @Test
    void the_text_marks_what_does_not_hold() throws IOException {
        Verdict good = verdict("main/run 1 9000", "main/run/hot 10 600000", "main/run/cold 100 391000");
        Verdict bad = verdict("main/run 1 9000", "main/run/hot 9 560000", "main/run/cold 100 431000");
        StringBuilder text = new StringBuilder();
        VerdictText.row(good, text);
        VerdictText.row(bad, text);
        VerdictText.row(good.onSecondTry(), text);
        VerdictText.end(List.of(good, bad, good.onSecondTry()), text);

        assertThat(text.toString().lines())
                .contains(
                        "Program                   0     0.00%     0.00%   hot",
                        "Program                   1!    4.00%!   10.23%!  cold",
                        "Program                   0     0.00%     0.00%   hot (second try)",
                        "What was tried twice did not hold the first time, and was without a processor for a part of it.",
                        "A timed call costs ?, a counted leaf ?; estimated slowdown ? (medians of the programs).",
                        "Does not hold here: Program.");
    }

    @Test
    void json_says_the_same() throws IOException {
        Verdict good = verdict("main/run 1 9000", "main/run/hot 10 600000", "main/run/cold 100 391000");
        StringWriter text = new StringWriter();
        Json.write(text, json -> VerdictText.json(List.of(good), json));

        assertThat(text.toString())
                .startsWith("{\"format\":\"jprof-selftest/1\",\"holds\":true,")
                .contains("\"program\":\"Program\"", "\"unrecorded\":\"\",\"countErrors\":0,\"shareError\":0.0");
    }
}
