package dev.jprof.report.html;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Method;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    /** What the base called {@code a.B$1} is {@code a.B$2} now; of the old {@code a.B$2} nothing is left. */
    @Test
    void anonymous_classes_of_the_base_go_by_the_numbers_they_have_now() {
        Comparison comparison = Comparison.of(
                profile("a.B.main 1 5", "a.B.main/a.B$1.sort 9 5", "a.B.main/a.B$2.find 2 5"),
                profile("a.B.main 1 5", "a.B.main/a.B$1.find 2 5", "a.B.main/a.B$2.call 7 5"),
                "base");

        assertThat(comparison.union().methods())
                .extracting(Method::qualifiedName)
                .containsExactlyInAnyOrder("a.B.main", "a.B$1.sort", "a.B$2.find", "a.B$2 (gone).call");
    }
}
