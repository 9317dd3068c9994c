package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on times, of several runs a side. */
class TimeRulesTest {
    private static final Profile BASE =
            profile("a.B.main 1 5000", "a.B.main/a.B.load 2 3000", "a.B.main/a.B.load/a.Dao.find 6 90000");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"self, +5%", "total, +5ms", "percall, +5%", "share, +2pp"})
    void one_run_a_side_decides_nothing_about_a_time(String metric, String bound) throws Exception {
        CheckResult result = runs().base(BASE)
                .current(BASE)
                .rule(metric + "(a.Dao.find) <= " + bound)
                .check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDECIDED);
        assertThat(result.findings().get(0).reason())
                .startsWith("one run a side can't tell a change from noise; take ");
    }

    @Test
    void ten_runs_a_side_find_a_slower_method_and_a_faster_one() throws Exception {
        Runs runs = runs().rule("self(a.*) <= +5%");
        for (int i = 0; i < 10; i++) {
            runs.base(profile(
                    "a.B.same 1 " + (50_000 + 37 * i),
                    "a.B.slow 1 " + (50_000 + 41 * i),
                    "a.B.fast 1 " + (50_000 + 29 * i)));
            runs.current(profile(
                    "a.B.same 1 " + (50_000 + 31 * i),
                    "a.B.slow 1 " + (60_000 + 43 * i),
                    "a.B.fast 1 " + (30_000 + 17 * i)));
        }

        CheckResult result = runs.check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.REGRESSION);
        assertThat(result.findings())
                .extracting(finding -> finding.subject().printed() + " " + finding.outcome())
                .containsExactly("a.B.fast IMPROVEMENT", "a.B.same OK", "a.B.slow REGRESSION");
        assertThat(result.findings().get(2).reason()).startsWith("+19.9 % (95 %: +19.7 % to +20.2 %), p below ");
    }

    @Test
    void of_a_slower_method_the_paths_that_became_slower_are_named() throws Exception {
        Runs runs = runs().rule("self(a.Dao.find) <= +5%");
        for (int i = 0; i < 10; i++) {
            String[] paths = {"a.B.main 1 50", "a.B.main/a.B.one 1 50", "a.B.main/a.B.two 1 50", "", ""};
            paths[3] = "a.B.main/a.B.one/a.Dao.find 3 " + (40_000 + 31 * i);
            paths[4] = "a.B.main/a.B.two/a.Dao.find 3 " + (20_000 + 17 * i);
            runs.base(profile(paths));
            paths[3] = "a.B.main/a.B.one/a.Dao.find 3 " + (40_000 + 29 * i);
            paths[4] = "a.B.main/a.B.two/a.Dao.find 3 " + (30_000 + 19 * i);
            runs.current(profile(paths));
        }

        assertThat(runs.check().with(Outcome.REGRESSION))
                .singleElement()
                .satisfies(finding -> assertThat(finding.cause())
                        .containsExactly(
                                "Dao.find +17 % (+10.000ms): its own code takes 17 % longer",
                                "+49.9 % by a.B.main > a.B.two > a.Dao.find",
                                "called as often as before, so a call itself takes longer"));
    }

    @Test
    void methods_that_are_too_small_to_matter_do_not_make_the_others_undecidable() throws Exception {
        Runs runs = runs().rule("self(a.*) <= +5%");
        for (int i = 0; i < 8; i++) {
            List<String> base = new ArrayList<>();
            List<String> current = new ArrayList<>();
            for (int method = 0; method < 90; method++) {
                base.add("a.Small.m" + method + " 1 " + (3 + (i + method) % 5));
                current.add("a.Small.m" + method + " 1 " + (3 + (2 * i + method) % 5));
            }
            base.add("a.B.slow 1 " + (50_000 + 41 * i));
            current.add("a.B.slow 1 " + (60_000 + 43 * i));
            runs.base(profile(base.toArray(String[]::new)));
            runs.current(profile(current.toArray(String[]::new)));
        }

        CheckResult result = runs.check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.REGRESSION);
        assertThat(result.with(Outcome.UNDECIDED)).isEmpty();
    }

    @Test
    void what_is_so_noisy_that_a_doubling_might_pass_is_named() throws Exception {
        Runs runs = runs().rule("self(a.*) <= +5%");
        for (int i = 0; i < 10; i++) {
            int wild = 10_000 * (1 + 7 * i % 10);
            runs.base(profile("a.B.steady 1 " + (900_000 + 37 * i), "a.B.wild 1 " + wild));
            runs.current(profile("a.B.steady 1 " + (900_000 + 31 * i), "a.B.wild 1 " + (wild + 7)));
        }

        CheckResult result = runs.check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FINE);
        assertThat(result.remarks())
                .singleElement()
                .asString()
                .startsWith("too noisy to guard with so many runs, a doubling might pass: a.B.wild (+")
                .endsWith(" would be found)");
    }

    @ParameterizedTest
    @CsvSource({"self(a.B.other) <= +5%, true", "self(a.*) <= +5%, false", "sum(self(a.*)) <= +5%, true"})
    void a_slower_method_is_told_of_if_no_rule_judges_it(String rule, boolean told) throws Exception {
        Runs runs = runs().rule(rule);
        for (int i = 0; i < 10; i++) {
            runs.base(profile("a.B.slow 1 " + (50_000 + 41 * i), "a.B.other 1 " + (90_000 + 37 * i)));
            runs.current(profile("a.B.slow 1 " + (60_000 + 43 * i), "a.B.other 1 " + (90_000 + 31 * i)));
        }

        assertThat(runs.check().remarks().stream()
                        .anyMatch(remark -> remark.startsWith("self(a.B.slow), which has no rule on its time: +19.")))
                .isEqualTo(told);
    }

    private Runs runs() {
        return new Runs(folder);
    }
}
