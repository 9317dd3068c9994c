package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that are called otherwise on the two sides of a check. */
class OtherNamesTest {
    @TempDir
    private Path folder;

    /** One more anonymous class above another gives that a new number. */
    @Test
    void anonymous_classes_are_told_by_what_they_do() throws Exception {
        Profile base = profile("a.B.main 1 5", "a.B.main/a.B$1.find 2 5", "a.B.main/a.B$2.call 7 5");
        Profile current = profile(
                "a.B.main 1 5", "a.B.main/a.B$1.sort 900 5", "a.B.main/a.B$2.find 2 5", "a.B.main/a.B$3.call 8 5");

        CheckResult result = new Runs(folder)
                .base(base)
                .current(current)
                .rule("calls(a.B$*) <= +0%")
                .check();

        assertThat(result.with(Outcome.REGRESSION))
                .extracting(finding -> finding.subject().printed())
                .containsExactly("a.B$1.sort", "a.B$3.call");
        assertThat(result.with(Outcome.REGRESSION).get(1).cause())
                .containsExactly("a.B.main calls a.B$3.call 8 times instead of 7");
        assertThat(result.notes())
                .containsExactly(
                        "taken for the same class: a.B$1 of the base and a.B$2",
                        "taken for the same class: a.B$2 of the base and a.B$3");
    }

    @Test
    void a_class_that_was_renamed_is_still_guarded() throws Exception {
        Profile base = profile(
                "a.B.main 1 5", "a.B.main/a.Old.find 2 5", "a.B.main/a.Old.load 3 5", "a.B.main/a.Old.save 7 5");
        Profile current = profile(
                "a.B.main 1 5", "a.B.main/a.New.find 2 5", "a.B.main/a.New.load 4 5", "a.B.main/a.New.save 7 5");

        CheckResult result = new Runs(folder)
                .base(base)
                .current(current)
                .rule("calls(a.*) <= +0%")
                .check();

        assertThat(result.with(Outcome.REGRESSION))
                .extracting(finding -> finding.subject().printed())
                .containsExactly("a.New.load");
        assertThat(result.notes()).containsExactly("taken for the same class: a.Old of the base and a.New");
    }
}
