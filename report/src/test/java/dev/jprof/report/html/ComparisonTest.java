package dev.jprof.report.html;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Method;
import java.util.Map;
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
        assertThat(comparison.notes()).containsExactly("taken for the same class: a.B$1 of the base and a.B$2");
    }

    @Test
    void a_class_that_was_renamed_is_one() {
        Comparison comparison = Comparison.of(
                profile("a.New.find 2 5", "a.New.load 4 5", "a.New.save 7 5"),
                profile("a.Old.find 2 5", "a.Old.load 3 5", "a.Old.save 7 5"),
                "base");

        assertThat(comparison.union().methods())
                .extracting(Method::qualifiedName)
                .containsExactlyInAnyOrder("a.New.find", "a.New.load", "a.New.save");
        assertThat(comparison.notes()).containsExactly("taken for the same class: a.Old of the base and a.New");
    }

    @Test
    void a_method_that_has_other_parameters_now_is_one() {
        Comparison comparison = Comparison.of(
                profile("a.B.find(I)V 2 5", "a.B.load(I)V 4 5", "a.B.load(J)V 4 5"),
                profile("a.B.find(J)V 2 5", "a.B.load(B)V 3 5", "a.B.load(C)V 7 5"),
                "base");

        assertThat(comparison.union().methods())
                .extracting(method -> method.name() + method.descriptor())
                .containsExactlyInAnyOrder("find(I)V", "load(I)V", "load(J)V", "load(B)V", "load(C)V");
        assertThat(comparison.notes())
                .containsExactly("taken for the same method: a.B.find(long) of the base and a.B.find(int)");
    }

    @Test
    void a_reader_is_told_what_the_sides_do_not_share() {
        Comparison comparison = Comparison.of(
                profile(Map.of("clock", "cpu"), "a.B.main 1 5"),
                profile(Map.of("clock", "wall"), "a.B.main 1 5"),
                "base");

        assertThat(comparison.warnings()).containsExactly("compared all the same: clock differs (wall and cpu)");
    }
}
