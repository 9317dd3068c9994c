package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static dev.jprof.report.check.Runs.withLeaves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules on the times of leaves, which no run knows. */
class LeafRulesTest {
    private static final Profile TIMED = profile("a.B.main 1 5000", "a.B.main/a.B.get 90 7000", "a.B.main/a.B.set 9 0");
    private static final Profile LEAVES = withLeaves(TIMED, "a.B.get()V", "a.B.set()V");
    private static final Profile ONE_LEAF = withLeaves(TIMED, "a.B.get()V");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self(a.B.get) <= 1ns",
                "total(a.B.get()) <= 1ms",
                "percall(a.B.get) <= 0ns",
                "share(a.B.get) <= 0.1%",
                "sum(total(a.B.*et)) <= 1ms",
                "self(a.B.get) <= +10%",
                "sum(percall(a.B.*et)) <= +10%"
            })
    void a_rule_on_leaves_alone_is_refused(String rule) throws Exception {
        Runs runs = runs().base(LEAVES).current(LEAVES).rule(rule);

        assertThatThrownBy(runs::check)
                .isInstanceOf(InvalidRules.class)
                .hasMessage(
                        "--rule '" + rule + "', column 1: what matches are leaves too small to time: their time stands"
                                + " in their callers' rows; limit calls, or record with clock=exact (jprof run --clock exact)");
    }

    @Test
    void their_calls_are_judged() throws Exception {
        CheckResult result = runs().base(LEAVES)
                .current(LEAVES)
                .rule("calls(a.B.get) <= 89")
                .rule("calls(a.B.*) <= +0%")
                .check();

        assertThat(result.notes()).isEmpty();
        assertThat(result.findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.REGRESSION, Outcome.OK, Outcome.OK, Outcome.OK);
    }

    @Test
    void a_rule_on_others_too_leaves_them_out_and_says_so() throws Exception {
        CheckResult result = runs().current(LEAVES)
                .rule("percall(a.B.*) <= 1s")
                .rule("sum(percall(a.B.*)) <= 1s")
                .check();

        assertThat(result.findings())
                .extracting(finding -> finding.subject().printed())
                .containsExactly("a.B.main", "sum of a.B.*");
        assertThat(result.findings().get(1).current()).containsExactly(12_000_000);
        assertThat(result.notes())
                .containsExactly(
                        "percall(a.B.*) <= 1s leaves out what is too small to time, whose time stands in its callers' rows:"
                                + " a.B.get(), a.B.set()",
                        "sum(percall(a.B.*)) <= 1s leaves out what is too small to time, whose time stands in its callers'"
                                + " rows: a.B.get(), a.B.set()");
    }

    @Test
    void calls_of_a_leaf_do_not_dilute_the_time_of_its_overload() throws Exception {
        Profile overloads = profile("a.B.f(I)V 2 8000", "a.B.f(J)V 98 0");

        CheckResult result = runs().current(withLeaves(overloads, "a.B.f(J)V"))
                .rule("percall(a.B.f) <= 4ms")
                .rule("calls(a.B.f) <= 100")
                .check();

        assertThat(result.findings().get(0).current()).containsExactly(4_000_000);
        assertThat(result.findings().get(1).current()).containsExactly(100);
        assertThat(result.notes()).singleElement().asString().endsWith(": a.B.f(long)");
    }

    @Test
    void what_one_side_alone_timed_is_undecided() throws Exception {
        Runs slower = runs().rule("self(a.B.get) <= +10%");
        Runs faster = new Runs(folder.resolve("faster")).rule("self(a.B.get) <= +10%");
        for (int run = 0; run < 10; run++) {
            slower.base(LEAVES).current(ONE_LEAF).current(TIMED);
            faster.base(TIMED).current(LEAVES);
        }

        for (CheckResult result : new CheckResult[] {slower.check(), faster.check()}) {
            assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDECIDED);
            assertThat(result.findings())
                    .extracting(Finding::reason)
                    .containsExactly(
                            "a leaf too small to time in some runs and timed in others: limit calls, or record all"
                                    + " with clock=exact");
        }
    }

    @Test
    void a_budget_asks_the_new_side_alone() throws Exception {
        assertThatThrownBy(runs().base(TIMED).current(LEAVES).rule("self(a.B.get) <= 9ms")::check)
                .isInstanceOf(InvalidRules.class);
        assertThat(runs().base(LEAVES)
                        .current(TIMED)
                        .rule("self(a.B.get) <= 9ms")
                        .check()
                        .verdict())
                .isEqualTo(CheckVerdict.FINE);
    }

    private Runs runs() {
        return new Runs(folder);
    }
}
