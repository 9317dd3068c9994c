package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.measured;
import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules on how long single calls take, which runs may not know. */
class DurationRulesTest {
    private static final Profile UNKNOWN = profile("a.B.main 1 5000", "a.B.main/a.B.find 9 90000");
    private static final Profile KNOWN = measured(1, UNKNOWN);
    /** Of main no call has ended. */
    private static final Profile IN_PART = measured(2, UNKNOWN);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"p99(a.B.find) <= +5%", "p99(a.B.find) <= +5ms", "sum(p99(a.B.*)) <= +5%"})
    void a_side_that_does_not_know_them_is_refused(String rule) throws Exception {
        for (Runs runs : new Runs[] {
            runs("neither").base(UNKNOWN).current(UNKNOWN),
            runs("new").base(UNKNOWN).current(KNOWN),
            runs("base").base(KNOWN).current(UNKNOWN),
            runs("some").base(KNOWN).base(UNKNOWN).current(KNOWN)
        }) {
            assertThatThrownBy(runs.rule(rule)::check)
                    .isInstanceOf(InvalidRules.class)
                    .hasMessageContaining(
                            "a profile does not know how long single calls took; record it with histogram=on");
        }
    }

    @Test
    void a_call_that_takes_longer_is_found() throws Exception {
        Runs runs = runs("slower").rule("p99(a.B.find) <= +5%");
        for (int run = 0; run < 10; run++) {
            runs.base(measured(1, profile("a.B.main 1 5000", "a.B.main/a.B.find 9 " + (90_000 + 100 * run))));
            runs.current(measured(1, profile("a.B.main 1 5000", "a.B.main/a.B.find 9 " + (270_000 + 100 * run))));
        }

        assertThat(runs.check().verdict()).isEqualTo(CheckVerdict.REGRESSION);
    }

    @ParameterizedTest
    @CsvSource({"p99(a.B.main) <= +5%, UNDECIDED", "p99(a.B.main) <= 5ms, UNDECIDED"})
    void a_method_of_which_no_call_was_measured_is_no_new_one(String rule, CheckVerdict verdict) throws Exception {
        assertThat(runs("part")
                        .base(IN_PART)
                        .current(KNOWN)
                        .current(IN_PART)
                        .rule(rule)
                        .check()
                        .verdict())
                .isEqualTo(verdict);
    }

    private Runs runs(String name) {
        return new Runs(folder.resolve(name));
    }
}
