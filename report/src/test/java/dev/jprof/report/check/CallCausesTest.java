package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check says of the reason why something is called more often. */
class CallCausesTest {
    private static final Profile OVERLOADS = profile(
            "a.M.main 1 1",
            "a.M.main/a.M.f(I)V 3 1",
            "a.M.main/a.M.f(J)V 3 1",
            "a.M.main/a.M.g 1 1",
            "a.M.main/a.M.g/a.M.f(J)V 5 1");

    private static final Profile MORE_OVERLOADS = profile(
            "a.M.main 1 1",
            "a.M.main/a.M.f(I)V 4 1",
            "a.M.main/a.M.f(J)V 30 1",
            "a.M.main/a.M.g 1 1",
            "a.M.main/a.M.g/a.M.f(J)V 50 1");

    @TempDir
    private Path folder;

    @Test
    void of_one_overload_its_own_callers_are_named() throws Exception {
        assertThat(causes(OVERLOADS, MORE_OVERLOADS, "calls(a.M.f(int)) <= +0%"))
                .containsExactly("a.M.main calls a.M.f(int) 4 times instead of 3");
        assertThat(causes(OVERLOADS, MORE_OVERLOADS, "calls(a.M.f) <= +0%"))
                .containsExactly(
                        "a.M.g calls a.M.f 50 times instead of 5", "a.M.main calls a.M.f 34 times instead of 6");
    }

    @Test
    void the_sum_of_one_overload_has_a_cause_too() throws Exception {
        assertThat(causes(OVERLOADS, MORE_OVERLOADS, "sum(calls(a.M.f(int))) <= +0%"))
                .containsExactly(
                        "a.M.f(int) is called 4 times instead of 3", "a.M.main calls a.M.f(int) 4 times instead of 3");
    }

    @Test
    void the_cause_is_that_of_the_run_with_the_most_calls_and_the_newest_of_the_base() throws Exception {
        Profile few = profile("a.M.main 1 1", "a.M.main/a.M.f 3 1");

        List<String> causes = causes(new Runs(folder)
                .base(Runs.withCode(1, profile("a.M.main 1 1", "a.M.main/a.M.f 9 1")))
                .base(Runs.withCode(2, few))
                .current(few)
                .current(profile("a.M.main 1 1", "a.M.main/a.M.f 7 1"))
                .current(few)
                .rule("calls(a.M.f) <= +0%"));

        assertThat(causes).containsExactly("a.M.main calls a.M.f 7 times instead of 3");
    }

    @Test
    void calls_that_no_instrumented_method_makes_come_from_outside() throws Exception {
        String outside = "a.M.run is called 5 times instead of 3 from outside the instrumented code:"
                + " by threads that begin with it, or by code without probes";
        Profile base = profile("a.M.main 1 1", "a.M.run 3 1", "a.M.run/a.M.x 6 1");
        Profile more = profile("a.M.main 1 1", "a.M.run 5 1", "a.M.run/a.M.x 10 1");

        assertThat(causes(base, more, "calls(a.M.run) <= +0%")).containsExactly(outside);
        assertThat(causes(base, more, "calls(a.M.x) <= +0%"))
                .containsExactly("a.M.run is called 5 times instead of 3 and calls a.M.x as often in each", outside);
    }

    @Test
    void recursion_that_goes_no_deeper_is_no_cause() throws Exception {
        Profile base = profile("a.M.main 1 1", "a.M.main/a.M.f 1 1", "a.M.main/a.M.f/a.M.f 4 1");
        Profile twice = profile("a.M.main 1 1", "a.M.main/a.M.f 2 1", "a.M.main/a.M.f/a.M.f 8 1");
        Profile deeper = profile("a.M.main 1 1", "a.M.main/a.M.f 1 1", "a.M.main/a.M.f/a.M.f 9 1");

        assertThat(causes(base, twice, "calls(a.M.f) <= +0%"))
                .containsExactly("a.M.main calls a.M.f 2 times instead of 1");
        assertThat(causes(base, deeper, "calls(a.M.f) <= +0%"))
                .containsExactly(
                        "a.M.f is called 10 times instead of 5 and calls a.M.f 0.900 times a call instead of 0.800");
    }

    @Test
    void out_of_methods_that_call_each_other_the_way_leads_to_who_calls_them() throws Exception {
        Profile base = profile(
                "a.M.main 1 1",
                "a.M.main/a.M.a 1 1",
                "a.M.main/a.M.a/a.M.b 4 1",
                "a.M.main/a.M.a/a.M.b/a.M.a 4 1",
                "a.M.main/a.M.a/a.M.b/a.M.c 4 1");
        Profile more = profile(
                "a.M.main 1 1",
                "a.M.main/a.M.a 2 1",
                "a.M.main/a.M.a/a.M.b 8 1",
                "a.M.main/a.M.a/a.M.b/a.M.a 8 1",
                "a.M.main/a.M.a/a.M.b/a.M.c 8 1");

        assertThat(causes(base, more, "calls(a.M.c) <= +0%"))
                .containsExactly(
                        "a.M.b is called 8 times instead of 4 and calls a.M.c as often in each",
                        "a.M.main calls a.M.a 2 times instead of 1");
    }

    @Test
    void a_caller_that_is_called_more_and_calls_more_has_both_said_of_it() throws Exception {
        Profile base = profile("a.M.main 1 1", "a.M.main/a.M.load 2 1", "a.M.main/a.M.load/a.M.find 6 1");
        Profile more = profile("a.M.main 1 1", "a.M.main/a.M.load 4 1", "a.M.main/a.M.load/a.M.find 16 1");

        assertThat(causes(base, more, "calls(a.M.find) <= +0%"))
                .containsExactly(
                        "a.M.load is called 4 times instead of 2 and calls a.M.find 4 times a call instead of 3",
                        "a.M.main calls a.M.load 4 times instead of 2");
    }

    @Test
    void rates_that_look_the_same_are_given_as_calls() throws Exception {
        Profile base = profile("a.M.main 3000 1", "a.M.main/a.M.find 3000000 1");
        Profile more = profile("a.M.main 3000 1", "a.M.main/a.M.find 3000001 1");

        assertThat(causes(base, more, "calls(a.M.find) <= +0%"))
                .containsExactly(
                        "a.M.main calls a.M.find 3,000,001 times in 3,000 calls instead of 3,000,000 in 3,000");
    }

    @Test
    void what_one_of_several_runs_of_the_base_lacks_is_not_called_new() throws Exception {
        Profile with = profile("a.M.main 1 1", "a.M.main/a.M.g 1 1", "a.M.main/a.M.g/a.M.f 2 1");
        Profile without = profile("a.M.main 1 1", "a.M.main/a.M.f 2 1");
        Profile more = profile("a.M.main 1 1", "a.M.main/a.M.g 1 1", "a.M.main/a.M.g/a.M.f 5 1");
        String calls = " and calls a.M.f 5 times";

        assertThat(causes(
                        new Runs(folder).base(with).base(without).current(more).rule("calls(a.M.f) <= +0%")))
                .startsWith("a.M.g is called 1 time instead of 0" + calls);
        assertThat(causes(without, more, "calls(a.M.f) <= +0%")).startsWith("a.M.g is new" + calls);
    }

    @Test
    void once_in_each_call_is_one_time() throws Exception {
        Profile base = profile("a.M.main 2 1", "a.M.main/a.M.find 1 1");
        Profile more = profile("a.M.main 2 1", "a.M.main/a.M.find 2 1");

        assertThat(causes(base, more, "calls(a.M.find) <= +0%"))
                .containsExactly("a.M.main calls a.M.find 1 time a call instead of 0.500");
    }

    @Test
    void one_caller_that_is_left_out_is_one() throws Exception {
        Profile base =
                profile("a.M.a 1 1", "a.M.b 1 1", "a.M.c 1 1", "a.M.a/a.M.f 1 1", "a.M.b/a.M.f 1 1", "a.M.c/a.M.f 1 1");
        Profile more =
                profile("a.M.a 1 1", "a.M.b 1 1", "a.M.c 1 1", "a.M.a/a.M.f 2 1", "a.M.b/a.M.f 3 1", "a.M.c/a.M.f 4 1");

        assertThat(causes(base, more, "calls(a.M.f) <= +0%"))
                .containsExactly(
                        "a.M.c calls a.M.f 4 times instead of 1",
                        "a.M.b calls a.M.f 3 times instead of 1",
                        "and 1 more caller");
    }

    private List<String> causes(Profile base, Profile current, String rule) throws Exception {
        return causes(new Runs(folder).base(base).current(current).rule(rule));
    }

    private static List<String> causes(Runs runs) throws Exception {
        List<Finding> broken = runs.check().with(Outcome.REGRESSION);
        assertThat(broken).hasSize(1);
        return broken.get(0).cause();
    }
}
