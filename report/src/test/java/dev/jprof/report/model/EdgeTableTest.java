package dev.jprof.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeTableTest {
    @Test
    void calls_and_times_of_edges_are_those_of_the_method_table() {
        for (int seed = 0; seed < 300; seed++) {
            Profile profile = RandomProfiles.profile(seed);
            EdgeTable edges = EdgeTable.of(profile);

            List<Edge> found = new ArrayList<>();
            for (MethodStats row : edges.rows()) {
                int caller = edges.caller(row.index());
                if (caller != EdgeTable.ROOT) {
                    found.add(new Edge(caller, edges.callee(row.index()), row.costs()));
                }
            }

            assertThat(found)
                    .as("seed " + seed)
                    .isEqualTo(MethodTable.of(profile).edges());
        }
    }

    @Test
    void durations_of_an_edge_are_those_of_its_paths_and_of_no_other() {
        Profile profile = SampleProfiles.small();
        EdgeTable edges = EdgeTable.of(profile);

        assertThat(edges.rows())
                .filteredOn(row -> !edges.durations(row.index()).isEmpty())
                .extracting(
                        row -> nameOf(profile, edges.caller(row.index())),
                        row -> nameOf(profile, edges.callee(row.index())),
                        row -> edges.durations(row.index()).samples())
                .containsExactly(tuple("[root]", "main", 1L), tuple("main", "add", 20L), tuple("[root]", "run", 4L));
    }

    @Test
    void an_edge_has_the_errors_and_threads_of_its_own_calls() {
        Profile profile = SampleProfiles.small();
        EdgeTable edges = EdgeTable.of(profile);

        assertThat(edges.rows())
                .filteredOn(row -> profile.methods()
                        .get(edges.callee(row.index()))
                        .descriptor()
                        .equals("(II)I"))
                .extracting(
                        row -> nameOf(profile, edges.caller(row.index())), MethodStats::errors, MethodStats::threads)
                .containsExactly(tuple("main", 3L, 1L), tuple("run", 0L, 2L));
    }

    private static String nameOf(Profile profile, int method) {
        return method == EdgeTable.ROOT
                ? "[root]"
                : profile.methods().get(method).name();
    }
}
