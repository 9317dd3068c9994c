package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jprof.report.check.rule.RulesFile;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not fail a check though it breaks a rule or leaves it open: ignored methods and warnings. */
class IgnoresTest {
    private static final Profile ONE = profile("a.B.main 1 1");
    private static final Profile TWO = profile("a.B.main 2 1");

    @TempDir
    private Path folder;

    @Test
    void a_broken_rule_is_ignored_until_its_last_day() throws Exception {
        Runs runs = new Runs(folder).base(ONE).current(TWO).rules(RulesFile.parse("jprof.yml", """
                        rules:
                          - rule: calls(a.*) <= +0%
                            ignore:
                              - method: a.B.*
                                reason: known
                                until: 2026-12-31
                        """));

        CheckResult then = runs.on(LocalDate.of(2026, 12, 31)).check();
        CheckResult later = runs.on(LocalDate.of(2027, 1, 1)).check();

        assertThat(then.verdict()).isEqualTo(CheckVerdict.FINE);
        assertThat(then.with(Outcome.IGNORED)).extracting(Finding::reason).containsExactly("known (until 2026-12-31)");
        assertThat(later.verdict()).isEqualTo(CheckVerdict.REGRESSION);
        assertThat(later.findings()).extracting(Finding::reason).containsExactly("was ignored until 2026-12-31: known");
    }

    @Test
    void of_several_ignores_the_one_that_holds_longest_counts() throws Exception {
        Runs runs = new Runs(folder).base(ONE).current(TWO).rules(RulesFile.parse("jprof.yml", """
                        rules:
                          - rule: calls(a.*) <= +0%
                            ignore:
                              - {method: a.*, reason: old, until: 2020-01-01}
                              - {method: a.B.main, reason: newer, until: 2099-01-01}
                              - {method: a.B.*, reason: older, until: 2021-01-01}
                        """));

        assertThat(runs.check().findings())
                .extracting(Finding::outcome, Finding::reason)
                .containsExactly(tuple(Outcome.IGNORED, "newer (until 2099-01-01)"));
    }

    @Test
    void what_a_warning_or_an_ignored_method_leaves_open_does_not_fail_the_check() throws Exception {
        CheckResult result = new Runs(folder)
                .base(ONE)
                .current(ONE)
                .rules(RulesFile.parse("jprof.yml", """
                        rules:
                          - self(a.B.main) <= +5% warning
                          - rule: self(a.B.main) <= +6%
                            ignore:
                              - {method: a.B.*, reason: noisy, until: 2099-01-01}
                        """))
                .check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FINE);
        assertThat(result.findings()).extracting(Finding::outcome).containsExactly(Outcome.UNDECIDED, Outcome.IGNORED);
        assertThat(result.rules()).extracting(RuleResult::isUndecided).containsExactly(true, false);
    }
}
