package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts that differ between runs of one side. */
class VaryingCountsTest {
    private static final Profile BASE =
            profile("a.B.main 1 5000", "a.B.main/a.B.load 2 3000", "a.B.main/a.B.load/a.Dao.find 6 90000");

    @TempDir
    private Path folder;

    @Test
    void counts_that_vary_in_the_base_are_quarantined_by_name() throws Exception {
        CheckResult result = runs().base(profile("a.B.main 1 1", "a.B.main/a.B.race 12 1"))
                .base(profile("a.B.main 1 1", "a.B.main/a.B.race 15 1"))
                .current(profile("a.B.main 1 1", "a.B.main/a.B.race 99 1"))
                .rule("calls(a.*) <= +0%")
                .check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FINE);
        assertThat(result.with(Outcome.QUARANTINED))
                .extracting(finding -> finding.subject().printed())
                .containsExactly("a.B.race");
        assertThat(result.remarks())
                .containsExactly(
                        "quarantined, but larger than in any run of the base: a.B.race. If the base varies since"
                                + " the program's data changed, compare with its newest run alone: --newest 1");
    }

    @Test
    void what_the_code_changed_between_accepted_runs_is_no_variation() throws Exception {
        Profile three = profile("a.B.main 1 1", "a.B.main/a.B.step 3 1");
        Profile four = profile("a.B.main 1 1", "a.B.main/a.B.step 4 1");

        CheckResult result = runs().base(Runs.withCode(1, three))
                .base(Runs.withCode(1, three))
                .base(Runs.withCode(2, four))
                .current(profile("a.B.main 1 1", "a.B.main/a.B.step 5 1"))
                .rule("calls(a.*) <= +0%")
                .check();

        assertThat(result.with(Outcome.REGRESSION))
                .extracting(finding -> finding.subject().printed())
                .containsExactly("a.B.step");
    }

    @Test
    void new_runs_that_differ_are_quarantined_when_asked_and_else_judged() throws Exception {
        Runs runs = runs().base(profile("a.B.main 1 1", "a.B.main/a.B.race 12 1"))
                .current(profile("a.B.main 1 1", "a.B.main/a.B.race 12 1"))
                .current(profile("a.B.main 1 1", "a.B.main/a.B.race 13 1"))
                .rule("calls(a.*) <= +0%");

        assertThat(runs.check().verdict()).isEqualTo(CheckVerdict.REGRESSION);
        assertThat(runs.stabilised().check().verdict()).isEqualTo(CheckVerdict.FINE);
    }

    @Test
    void a_rule_of_which_everything_varies_is_undecided() throws Exception {
        CheckResult result = runs().base(profile("a.B.race 12 1"))
                .base(profile("a.B.race 15 1"))
                .current(profile("a.B.race 12 1"))
                .rule("calls(a.B.race) <= +0%")
                .check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDECIDED);
    }

    @Test
    void to_stabilise_takes_several_new_runs() throws Exception {
        assertThat(runs().base(BASE)
                        .current(BASE)
                        .stabilised()
                        .rule("calls(a.*) <= +0%")
                        .check()
                        .notes())
                .containsExactly("--stabilise needs several new runs to compare, and there is one");
    }

    private Runs runs() {
        return new Runs(folder);
    }
}
