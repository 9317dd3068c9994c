package dev.jprof.report.compare;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Restriction;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Methods that have other parameters or another result on the other side. */
class OtherSignaturesTest {
    @Test
    void a_method_with_other_parameters_is_the_same_one() {
        Sides sides = sides(
                profile("a.B.main()V 1 5", "a.B.main()V/a.B.find(I)I 2 50"),
                profile("a.B.main()V 1 5", "a.B.main()V/a.B.find([C)I 6 50"));

        assertThat(rows(sides)).containsExactly(tuple("a.B.find(B.java:12)", 2L, 6L));
        assertThat(sides.otherNames().methods()).containsExactly(Map.entry("a.B.find(char[])", "a.B.find(int)"));
        assertThat(sides.otherNames().notes())
                .containsExactly("taken for the same method: a.B.find(int) of the base and a.B.find(char[])");
    }

    @Test
    void of_another_result_there_is_nothing_to_say() {
        Sides sides = sides(profile("a.B.text()I 2 50"), profile("a.B.text()J 5 50"));

        assertThat(rows(sides)).containsExactly(tuple("a.B.text(B.java:12)", 2L, 5L));
        assertThat(sides.otherNames().notes()).isEmpty();
    }

    @Test
    void two_that_came_are_not_one_that_has_gone() {
        Sides sides = sides(profile("a.B.f(I)V 2 50"), profile("a.B.f(J)V 3 50", "a.B.f(B)V 4 50"));

        assertThat(rows(sides))
                .containsExactlyInAnyOrder(
                        tuple("a.B.f(int)(B.java:12)", 2L, 0L),
                        tuple("a.B.f(long)(B.java:12)", 0L, 3L),
                        tuple("a.B.f(byte)(B.java:12)", 0L, 4L));
    }

    @Test
    void a_class_may_have_another_name_at_the_same_time() {
        Sides sides = sides(
                profile("a.Old.f()V 1 5", "a.Old.g()V 1 5", "a.Old.h(I)V 2 5"),
                profile("a.New.f()V 1 5", "a.New.g()V 1 5", "a.New.h(J)V 3 5"));

        assertThat(rows(sides)).containsExactly(tuple("a.New.h(New.java:12)", 2L, 3L));
        assertThat(sides.otherNames().notes())
                .containsExactly(
                        "taken for the same class: a.Old of the base and a.New",
                        "taken for the same method: a.New.h(int) of the base and a.New.h(long)");
    }

    private static List<Tuple> rows(Sides sides) {
        Diff diff = Diff.of(sides, DiffOrder.CALLS, List.of(Restriction.parse("1.0")), true);
        return diff.methods().stream()
                .map(row ->
                        tuple(row.printed(), row.ofCalls().base(), row.ofCalls().current()))
                .toList();
    }

    private static Sides sides(Profile base, Profile current) {
        Sides sides = new Sides();
        sides.addBase(Run.of(base));
        sides.addCurrent(Run.of(current));
        return sides;
    }
}
