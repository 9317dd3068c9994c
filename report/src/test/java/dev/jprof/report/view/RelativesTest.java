package dev.jprof.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelativesTest {
    private static final SortOrder BY_CALLS = SortOrder.parse(List.of("calls"), false);

    @Test
    void the_calls_and_self_times_of_all_callers_are_those_of_the_method() {
        for (int seed = 0; seed < 300; seed++) {
            Relatives callers = callers(RandomProfiles.profile(seed), "", BY_CALLS, List.of());

            for (int i = 0; i < callers.relatives().size(); i++) {
                Row method = callers.subjects().rows().get(i);
                List<Row> rows = callers.relatives().get(i).rows();
                assertThat(rows.stream().mapToLong(Row::calls).sum())
                        .as("calls of %s, seed %d", method.printed(), seed)
                        .isEqualTo(method.calls());
                assertThat(rows.stream().mapToLong(row -> row.stats().self()).sum())
                        .as("self time of %s, seed %d", method.printed(), seed)
                        .isEqualTo(method.stats().self());
            }
        }
    }

    @Test
    void each_list_is_sorted_and_limited_by_itself() {
        Profile profile = Trees.of("main/a/x 3 1", "main/b/x 5 1", "main/c/x 4 1", "main/x 9 1", "main/a/y 1 1");

        Relatives callers = callers(profile, "[xy]", BY_CALLS, List.of(Restriction.parse("2")));

        assertThat(callers.subjects().rows()).extracting(Row::printed).containsExactly("x", "y");
        assertThat(callers.relatives().get(0).rows()).extracting(Row::printed).containsExactly("[root]", "b");
        assertThat(callers.relatives().get(0).reductions()).hasSize(1);
        assertThat(callers.relatives().get(1).rows()).extracting(Row::printed).containsExactly("a");
    }

    @Test
    void a_method_that_calls_nothing_has_an_empty_list() {
        Profile profile = Trees.of("main/a/x 3 1");

        Relatives callees =
                Relatives.of(profile, Direction.CALLEES, List.of(Restriction.parse("x")), BY_CALLS, List.of());

        assertThat(callees.relatives())
                .singleElement()
                .satisfies(list -> assertThat(list.rows()).isEmpty());
    }

    private static Relatives callers(Profile profile, String regex, SortOrder order, List<Restriction> restrictions) {
        List<Restriction> which = List.of(new Restriction.Matching(regex, PythonRegex.compile(regex)));
        return Relatives.of(profile, Direction.CALLERS, which, order, restrictions);
    }
}
