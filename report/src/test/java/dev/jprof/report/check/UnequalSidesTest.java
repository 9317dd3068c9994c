package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sides weigh the same, however many runs each has: a method that took next to nothing in many runs of the base. */
class UnequalSidesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "50, 50, 5000, REGRESSION",
        "50, 5, 5000, REGRESSION",
        "5, 50, 5000, REGRESSION",
        "10, 2, 2900, UNDECIDED",
        "50, 5, 700, FINE"
    })
    void a_method_that_begins_to_matter_is_judged(int baseRuns, int newRuns, int micros, CheckVerdict verdict)
            throws Exception {
        Runs runs = new Runs(folder).rule("self(a.B.x) <= +10%");
        for (int run = 0; run < baseRuns; run++) {
            runs.base(run(10, run));
        }
        for (int run = 0; run < newRuns; run++) {
            runs.current(run(micros, run));
        }

        CheckResult result = runs.check();

        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.with(Outcome.REGRESSION))
                .allSatisfy(finding -> assertThat(finding.cause())
                        .anySatisfy(line -> assertThat(line).startsWith("+").endsWith(" % by a.B.main > a.B.x"))
                        .noneSatisfy(line -> assertThat(line).startsWith("new by")));
    }

    private static Profile run(int micros, int number) {
        return profile(
                "a.B.main 1 " + (100_000 + 31 * (number % 7)),
                "a.B.main/a.B.x 100 " + (micros + number % 5),
                "a.B.main/a.B.b 1 " + (200_000 + 37 * (number % 11)),
                "a.B.main/a.B.c 1 " + (200_000 + 41 * (number % 3)));
    }
}
