package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
    private static final Profile BASE =
            profile("a.B.main 1 5000", "a.B.main/a.B.load 2 3000", "a.B.main/a.B.load/a.Dao.find 6 90000");

    @TempDir
    private Path folder;

    @Test
    void one_extra_call_breaks_the_rule_and_its_caller_is_named() throws Exception {
        Profile more = profile("a.B.main 1 5000", "a.B.main/a.B.load 2 3000", "a.B.main/a.B.load/a.Dao.find 8 90000");

        CheckResult result =
                runs().base(BASE).current(more).rule("calls(a.*) <= +0%").check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.REGRESSION);
        assertThat(result.with(Outcome.REGRESSION)).singleElement().satisfies(finding -> {
            assertThat(finding.subject().printed()).isEqualTo("a.Dao.find");
            assertThat(finding.base()).containsExactly(6);
            assertThat(finding.current()).containsExactly(8);
            assertThat(finding.cause()).containsExactly("a.B.load calls a.Dao.find 4 times a call instead of 3");
        });
        assertThat(result.with(Outcome.OK)).hasSize(2);
    }

    @Test
    void a_cause_is_followed_up_to_where_it_begins() throws Exception {
        Profile more = profile("a.B.main 1 5000", "a.B.main/a.B.load 4 3000", "a.B.main/a.B.load/a.Dao.find 12 90000");

        CheckResult result =
                runs().base(BASE).current(more).rule("calls(a.Dao.find) <= +0%").check();

        assertThat(result.findings().get(0).cause())
                .containsExactly(
                        "a.B.load is called 4 times instead of 2 and calls a.Dao.find as often in each",
                        "a.B.main calls a.B.load 4 times instead of 2");
    }

    @Test
    void a_caller_that_is_called_more_may_call_less_often_in_each() throws Exception {
        Profile more = profile("a.B.main 1 5000", "a.B.main/a.B.load 4 3000", "a.B.main/a.B.load/a.Dao.find 8 90000");

        CheckResult result =
                runs().base(BASE).current(more).rule("calls(a.Dao.find) <= +0%").check();

        assertThat(result.findings().get(0).cause())
                .containsExactly(
                        "a.B.load is called 4 times instead of 2 and calls a.Dao.find less often in each, 2 times instead of 3",
                        "a.B.main calls a.B.load 4 times instead of 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    calls(a.Dao.find) <= +0%        | FINE
                    calls(a.Dao.find) <= 6          | FINE
                    calls(a.Dao.find) <= 5          | REGRESSION
                    calls(a.Dao.find) <= 5 warning  | FINE
                    sum(calls(a.*)) <= 9            | FINE
                    sum(calls(a.*)) <= 8            | REGRESSION
                    self(a.Dao.find) <= 90ms        | FINE
                    self(a.Dao.find) <= 89ms        | REGRESSION
                    total(a.B.main) <= 98ms         | FINE
                    total(a.B.main) <= 97ms         | REGRESSION
                    sum(total(a.*)) <= 98ms         | FINE
                    percall(a.B.load) <= 46.5ms     | FINE
                    percall(a.B.load) <= 46ms       | REGRESSION
                    share(a.B.load) <= 95%          | FINE
                    share(a.B.load) <= 94%          | REGRESSION
                    share(a.B.main) <= 100%         | FINE
                    """)
    void a_run_is_within_its_rules_or_not(String rule, CheckVerdict verdict) throws Exception {
        assertThat(runs().base(BASE).current(BASE).rule(rule).check().verdict()).isEqualTo(verdict);
    }

    @Test
    void a_sum_names_the_methods_that_grew() throws Exception {
        Profile more = profile("a.B.main 1 5000", "a.B.main/a.B.load 2 3000", "a.B.main/a.B.load/a.Dao.find 8 90000");

        CheckResult result =
                runs().base(BASE).current(more).rule("sum(calls(a.*)) <= +0%").check();

        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.subject().printed()).isEqualTo("sum of a.*");
            assertThat(finding.base()).containsExactly(9);
            assertThat(finding.current()).containsExactly(11);
            assertThat(finding.cause())
                    .containsExactly(
                            "a.Dao.find is called 8 times instead of 6",
                            "a.B.load calls a.Dao.find 4 times a call instead of 3");
        });
    }

    @ParameterizedTest
    @CsvSource({"+0%, REGRESSION", "+10%, REGRESSION", "+1, FINE"})
    void a_method_that_the_base_does_not_call_is_called_more(String bound, CheckVerdict verdict) throws Exception {
        Profile more = profile("a.B.main 1 5", "a.B.main/a.B.fresh 1 5");

        CheckResult result = runs().base(profile("a.B.main 1 5"))
                .current(more)
                .rule("calls(a.*) <= " + bound)
                .check();

        assertThat(result.verdict()).isEqualTo(verdict);
    }

    @Test
    void what_is_called_no_more_is_fine() throws Exception {
        assertThat(runs().base(BASE)
                        .current(profile("a.B.main 1 5"))
                        .rule("calls(a.*) <= +0%")
                        .check()
                        .verdict())
                .isEqualTo(CheckVerdict.FINE);
    }

    @Test
    void overloads_are_together_unless_one_is_named() throws Exception {
        Profile base = profile("a.B.f(I)V 1 1", "a.B.f(I)V/a.B.f(J)V 1 1");
        Profile more = profile("a.B.f(I)V 2 1", "a.B.f(I)V/a.B.f(J)V 1 1");

        CheckResult together =
                runs().base(base).current(more).rule("calls(a.B.f) <= +0%").check();
        CheckResult one = new Runs(folder)
                .base(base)
                .current(more)
                .rule("calls(a.B.f(long)) <= +0%")
                .rule("calls(a.B.f(I)V) <= +0%")
                .check();

        assertThat(together.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.current()).containsExactly(3));
        assertThat(one.findings()).extracting(Finding::outcome).containsExactly(Outcome.OK, Outcome.REGRESSION);
        assertThat(one.findings().get(1).subject().printed()).isEqualTo("a.B.f(int)");
    }

    @Test
    void sides_that_were_not_recorded_alike_are_refused_or_compared_with_a_note() throws Exception {
        Runs runs = runs().base(profile(Map.of("mode", "instrument", "clock", "wall"), "a.B.main 1 1"))
                .current(profile(Map.of("mode", "instrument", "clock", "cpu"), "a.B.main 1 1"))
                .rule("calls(a.*) <= +0%");

        assertThat(runs.check().notes())
                .containsExactly("neither side says, so nobody checked that these are alike: filter, workload");
        runs.rule("self(a.*) <= +5%");
        assertThatThrownBy(runs::check)
                .hasMessage(
                        "the sides can't be compared by self: clock differs (wall and cpu); record both alike, or compare"
                                + " them with --force");
        assertThat(runs.forced().check().notes())
                .containsExactly(
                        "compared by self with --force, although clock differs (wall and cpu)",
                        "neither side says, so nobody checked that these are alike: filter, workload, machine, jdk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    calls(a.Dao.fnd) <= +0%    | no method matches 'a.Dao.fnd' on either side; the nearest are a.Dao.find, a.B.load, a.B.main
                    self(a.Dao) <= +5%         | no method matches 'a.Dao' on either side; a.Dao is a class: write a.Dao.* for its methods
                    calls(a.Dao.find(int)) <= 1 | no method matches 'a.Dao.find(int)' on either side; the nearest are a.Dao.find(), a.B.load(), a.B.main()
                    p99(a.Dao.find) <= +5%     | a profile does not know how long single calls took; record it with histogram=on, which is the default (jprof run without --histogram off)
                    p99(a.Dao.find) <= 1s      | a profile does not know how long single calls took; record it with histogram=on, which is the default (jprof run without --histogram off)
                    alloc(a.*) <= 1MB          | a profile has no allocated bytes; record it with alloc=on (jprof run --alloc on)
                    """)
    void a_rule_about_nothing_is_refused(String rule, String message) throws Exception {
        Runs runs = runs().base(BASE).current(BASE).rule(rule);

        assertThatThrownBy(runs::check)
                .isInstanceOf(InvalidRules.class)
                .hasMessage("--rule '" + rule + "', column 1: " + message);
    }

    @Test
    void folded_calls_decide_nothing() throws Exception {
        Profile folded = profile(Map.of("overflow", Map.of("nodes", 100L, "calls", 7L)), "a.B.main 1 5");

        CheckResult result = runs().base(BASE)
                .current(folded)
                .rule("calls(a.*) <= +0%")
                .rule("calls(a.Dao.find) <= 10")
                .check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDECIDED);
        assertThat(result.findings()).extracting(Finding::outcome).containsOnly(Outcome.UNDECIDED);
        assertThat(result.findings())
                .extracting(finding -> finding.subject().printed())
                .containsExactly("a.*", "a.Dao.find");
        assertThat(result.findings())
                .allSatisfy(finding ->
                        assertThat(finding.current()).as("what is not known").isEmpty());
    }

    @Test
    void without_a_base_only_budgets_are_tried() throws Exception {
        CheckResult result = runs().current(BASE)
                .rule("calls(a.*) <= +0%")
                .rule("self(a.*) <= +0%")
                .rule("calls(a.Dao.find) <= 6")
                .check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FINE);
        assertThat(result.rules()).extracting(RuleResult::isTried).containsExactly(false, false, true);
    }

    @Test
    void accepted_runs_are_numbered_and_the_newest_are_the_base() throws IOException {
        Path baseline = folder.resolve("baseline");
        List<Path> runs = List.of(runs().base(BASE).file(), runs().base(BASE).file());

        BaselineFolder.add(baseline, runs);
        List<Path> added = BaselineFolder.add(baseline, runs);

        assertThat(added).containsExactly(baseline.resolve("0003.json"), baseline.resolve("0004.json"));
        assertThat(BaselineFolder.newest(baseline, 3))
                .containsExactly(baseline.resolve("0002.json"), added.get(0), added.get(1));
    }

    private Runs runs() {
        return new Runs(folder);
    }
}
