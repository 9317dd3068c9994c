package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisturbedRunsTest {
    @TempDir
    Path folder;

    @Test
    void disturbed_runs_are_named_and_of_what_is_fine_how_large_a_rise_would_not_be() throws Exception {
        Runs runs = new Runs(folder).rule("self(a.B.m0) <= +5%");
        for (int i = 0; i < 10; i++) {
            String[] base = new String[6];
            String[] current = new String[6];
            for (int method = 0; method < 6; method++) {
                base[method] = "a.B.m" + method + " 1 " + (50_000 + 37 * ((3 * i + method) % 10));
                int disturbed = i == 6 ? 2 : 1;
                current[method] = "a.B.m" + method + " 1 " + disturbed * (50_011 + 37 * ((7 * i + method) % 10));
            }
            runs.base(profile(base));
            runs.current(profile(current));
        }

        CheckResult result = runs.check();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FINE);
        assertThat(result.remarks())
                .contains("new runs left out, disturbed by something else on the machine: 7")
                .noneMatch(remark -> remark.startsWith("base runs left out"));
        assertThat(result.findings().get(0).reason()).endsWith("; a rise of +5.0 % would be found");
    }
}
