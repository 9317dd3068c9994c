package dev.jprof.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
    /** A snapshot that grew by another profile differs by that profile. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void what_was_added_is_the_difference(long seed) {
        Profile then = profile(seed);
        Profile added = profile(seed + 100);

        Profile difference = Interval.between(then, ProfileMerge.merge(List.of(then, added)));

        assertThat(counted(difference)).isEqualTo(counted(added));
    }

    @Test
    void nothing_happened_between_a_snapshot_and_itself() {
        Profile profile = profile(3);

        Profile difference = Interval.between(profile, profile);

        assertThat(difference.tree().column(Metric.CALLS)).containsOnly(0);
        assertThat(difference.tree().column(Metric.SELF)).containsOnly(0);
        assertThat(difference.tree().column(Metric.OPEN))
                .isEqualTo(profile.tree().column(Metric.OPEN));
        assertThat(difference.meta().integer("wallNs", -1)).isZero();
    }

    @Test
    void a_thread_that_is_new_counts_as_a_whole() {
        Profile now = profile(4);
        Profile none = new Profile(new Meta(Map.of()), List.of(), List.of(), emptyTree());

        assertThat(counted(Interval.between(none, now))).isEqualTo(counted(now));
    }

    @Test
    void what_became_less_by_correction_is_zero() {
        Profile then = profile(5);
        Profile twice = ProfileMerge.merge(List.of(then, then));

        assertThat(Interval.between(twice, then).tree().column(Metric.SELF))
                .isEqualTo(new long[then.tree().size()]);
    }

    private static CallTree emptyTree() {
        return new CallTree(new int[0], new int[0], Map.of());
    }

    /** One node a path, and threads that are told apart by their names. */
    private static Profile profile(long seed) {
        Profile random = RandomProfiles.profile(seed);
        List<ThreadRow> nameless = random.threads().stream()
                .map(row -> new ThreadRow(row.name(), 0, row.root(), row.threads()))
                .toList();
        Profile same = new Profile(random.meta(), random.methods(), nameless, random.tree());
        return ProfileMerge.merge(List.of(same));
    }

    /** Calls and self time by whatever names a method. */
    private static Map<String, List<Long>> counted(Profile profile) {
        return MethodTable.rowsOf(profile).stream()
                .filter(row -> row.calls() > 0 || row.self() > 0)
                .collect(Collectors.toMap(
                        row -> row.method().qualifiedName()
                                + row.method().descriptor()
                                + row.method().file()
                                + row.method().line()
                                + row.method().kind(),
                        row -> List.of(row.calls(), row.self())));
    }
}
