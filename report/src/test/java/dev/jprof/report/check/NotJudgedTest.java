package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.check.rule.Place;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules match and nobody can judge: no rule holds because of that. */
class NotJudgedTest {
    private static final String MAIN = "a.B.main 1 5000";
    private static final Profile PROBED = profile(MAIN, "a.B.main/a.B.big 5 100", "a.B.main/a.B.small 3 100");
    private static final Profile UNPROBED =
            profile(skipped("a.B", "big"), MAIN, "a.B.main/a.B.small 3 100", "a.B.main/a.B.big(I)V 2 100");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            calls(a.*) <= +0%         | a.B.big
            calls(a.B.big) <= 5       | a.B.big
            calls(a.B.big()) <= +0%   | a.B.big()
            sum(calls(a.*)) <= +0%    | sum of a.*
            """)
    void what_has_no_probes_on_one_side_is_undecided(String rule, String subject) throws Exception {
        CheckResult result = runs().base(PROBED).current(UNPROBED).rule(rule).check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDECIDED);
        assertThat(result.with(Outcome.UNDECIDED)).singleElement().satisfies(finding -> {
            assertThat(finding.subject().printed()).isEqualTo(subject);
            assertThat(finding.reason()).isEqualTo("has no probes in a new run: too large with probes");
            assertThat(finding.current()).containsExactly(Double.NaN);
        });
        assertThat(result.notes())
                .containsExactly(rule + " knows nothing of what ran without probes: a.B.big() (too large with probes)");
    }

    /** Names without the numbers that compilers give, as rules have them. */
    @ParameterizedTest
    @ValueSource(strings = {"calls(a.B.lambda$run) <= +0%", "calls(a.B.lambda*) <= 10", "sum(calls(a.B.*)) <= +0%"})
    void a_lambda_that_has_no_probes_any_more_is_undecided(String rule) throws Exception {
        CheckResult result = runs().base(profile(MAIN, "a.B.main/a.B.lambda$run$0()V 5 100"))
                .current(profile(skipped("a.B", "lambda$run$1"), MAIN))
                .rule(rule)
                .check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_sum_is_undecided_where_more_of_it_has_no_probes_on_one_side(boolean lost) throws Exception {
        Profile one = profile(skipped("a.B", "one"), MAIN, "a.B.main/a.B.two 5 100");
        Profile both = profile(skipped("a.B", "one", "two"), MAIN);

        CheckResult result = runs().base(lost ? one : both)
                .current(lost ? both : one)
                .rule("sum(calls(a.*)) <= +0%")
                .check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDECIDED);
    }

    @Test
    void counts_are_held_against_the_newest_run_of_the_base_whatever_older_ones_know() throws Exception {
        Profile more = profile(MAIN, "a.B.main/a.B.big 6 100", "a.B.main/a.B.small 3 100");
        Runs runs = runs().base(profile(skipped("a.B", "big"), MAIN, "a.B.main/a.B.small 3 100"))
                .base(PROBED)
                .current(more)
                .rule("calls(a.*) <= +0%");

        assertThat(runs.check().with(Outcome.REGRESSION))
                .extracting(finding -> finding.subject().printed())
                .containsExactly("a.B.big");
    }

    @Test
    void a_sum_is_held_against_the_newest_run_of_the_base_too() throws Exception {
        Profile less = profile(skipped("a.B", "big"), MAIN, "a.B.main/a.B.small 3 100");

        CheckResult result = runs().base(PROBED)
                .base(less)
                .current(less)
                .rule("sum(calls(a.*)) <= +0%")
                .check();

        assertThat(result.with(Outcome.OK)).hasSize(1);
        assertThat(result.with(Outcome.OK).get(0).current()).containsExactly(4);
    }

    @Test
    void a_budget_of_many_is_undecided_where_the_base_knows_more() throws Exception {
        CheckResult result = runs().base(PROBED)
                .current(profile(skipped("a.B", "big"), MAIN, "a.B.main/a.B.small 3 100"))
                .rule("calls(a.B.*) <= 10")
                .check();

        assertThat(result.with(Outcome.UNDECIDED))
                .extracting(finding -> finding.subject().printed())
                .containsExactly("a.B.big");
    }

    @Test
    void of_a_renamed_class_too() throws Exception {
        Profile old = profile(
                skipped("a.Old", "big"),
                MAIN,
                "a.B.main/a.Old.one 1 1",
                "a.B.main/a.Old.two 1 1",
                "a.B.main/a.Old.three 1 1");
        Profile renamed = profile(
                MAIN,
                "a.B.main/a.New.one 1 1",
                "a.B.main/a.New.two 1 1",
                "a.B.main/a.New.three 1 1",
                "a.B.main/a.New.big 5 1");

        CheckResult result =
                runs().base(old).current(renamed).rule("calls(a.*) <= +0%").check();

        assertThat(result.with(Outcome.UNDECIDED))
                .extracting(finding -> finding.subject().printed())
                .containsExactly("a.New.big");
    }

    @Test
    void in_the_base_too_and_of_whole_classes() throws Exception {
        Profile noClass = profile(skipped("a.B", ""), "a.C.main 1 5000");

        CheckResult result = runs().base(noClass)
                .current(profile("a.C.main 1 5000", "a.C.main/a.B.run 9 100"))
                .rule("calls(a.*) <= +900%")
                .check();

        assertThat(result.with(Outcome.UNDECIDED))
                .extracting(finding -> finding.subject().printed() + " " + finding.reason())
                .containsExactly("a.B.run has no probes in a run of the base: too large with probes");
        assertThat(result.notes().get(0)).endsWith("ran without probes: a.B (too large with probes)");
    }

    @Test
    void what_has_none_on_both_sides_is_named() throws Exception {
        CheckResult result = runs().base(UNPROBED)
                .current(UNPROBED)
                .rule("calls(a.*) <= +0%")
                .check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FINE);
        assertThat(result.notes()).singleElement().asString().contains("a.B.big() (too large with probes)");
    }

    @Test
    void a_rule_on_that_alone_is_refused() throws Exception {
        Profile gone = profile(skipped("a.B", "big"), MAIN);
        Runs runs = runs().current(gone).rule("calls(a.B.big) <= 5");

        assertThatThrownBy(runs::check)
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("a.B.big() ran without probes (too large with probes); its calls are not known");
    }

    @ParameterizedTest
    @CsvSource({"a.B.load, a.B.fetch, gone", "a.B.fetch, a.B.fetch, new: there is nothing to compare with"})
    void the_time_of_a_call_that_one_side_makes_is_not_compared(String limited, String called, String reason)
            throws Exception {
        Profile other = profile(MAIN, "a.B.main/" + called + " 3 90000000");
        Profile base = profile(MAIN, "a.B.main/a.B.load 3 100");

        CheckResult result = runs().base(base)
                .current(other)
                .rule("percall(" + limited + ") <= +5%")
                .check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDECIDED);
        assertThat(result.findings().get(0).reason()).isEqualTo(reason);
        assertThat(result.notes())
                .contains("percall(" + limited + ") <= +5% has nothing to compare with of what only one side calls: "
                        + limited);
    }

    @Test
    void a_rule_that_finds_nothing_any_more_says_so() throws Exception {
        CheckResult result = runs().base(profile(MAIN, "a.B.main/a.B.query(I)V 3 10"))
                .current(profile(MAIN, "a.B.main/a.B.query(J)V 3000 10"))
                .rule("calls(a.B.query(int)) <= +0%")
                .check();

        assertThat(result.notes())
                .containsExactly("calls(a.B.query(int)) <= +0% finds nothing in the new runs; the base has:"
                        + " a.B.query(int); the nearest in the new ones is a.B.query(long)");
    }

    @Test
    void a_run_is_not_compared_with_itself() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("link.json"), runs().base(PROBED).file());

        assertThatThrownBy(() -> check(runs().base(PROBED).file(), link))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("the same profile is base and new: ")
                .hasMessageContaining("link.json and ");
    }

    private static void check(Path base, Path current) throws Exception {
        Check.run(new CheckRequest(
                List.of(base),
                List.of(current),
                List.of(Rule.parse("calls(*) <= 1", Place.ofOption("--rule", "calls(*) <= 1"))),
                false,
                false,
                LocalDate.of(2026, 11, 24)));
    }

    /** @param methods of the class; an empty name is the whole class */
    private static Map<String, Object> skipped(String className, String... methods) {
        List<Map<String, Object>> skips = new ArrayList<>();
        for (String method : methods) {
            Map<String, Object> skip =
                    new LinkedHashMap<>(Map.of("class", className, "reason", "too large with probes"));
            if (!method.isEmpty()) {
                skip.putAll(Map.of("method", method, "desc", "()V"));
            }
            skips.add(skip);
        }
        return Map.of("skipped", skips);
    }

    private Runs runs() {
        return new Runs(folder);
    }
}
