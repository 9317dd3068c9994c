package dev.jprof.report.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ProfileMerge;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.model.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of merging, byte for byte: that is why they are tried here, where profiles are written. */
class ProfileMergeTest {
    @Test
    void merging_is_commutative_and_associative() throws IOException {
        for (long seed = 0; seed < 400; seed++) {
            Profile a = RandomProfiles.profile(3 * seed);
            Profile b = RandomProfiles.profile(3 * seed + 1);
            Profile c = RandomProfiles.profile(3 * seed + 2);

            String abc = written(merge(a, b, c));

            assertThat(written(merge(b, a))).as("seed %d", seed).isEqualTo(written(merge(a, b)));
            assertThat(written(merge(merge(a, b), c))).as("seed %d", seed).isEqualTo(abc);
            assertThat(written(merge(a, merge(b, c)))).as("seed %d", seed).isEqualTo(abc);
            assertThat(written(merge(c, b, a))).as("seed %d", seed).isEqualTo(abc);
        }
    }

    @Test
    void merging_one_profile_twice_over_changes_nothing_more() throws IOException {
        for (long seed = 0; seed < 100; seed++) {
            Profile once = merge(RandomProfiles.profile(seed));

            assertThat(written(merge(once))).as("seed %d", seed).isEqualTo(written(once));
        }
    }

    /** What half of the runs allocated stands beside the calls of all. */
    @Test
    void bytes_are_known_where_all_runs_know_them() {
        Profile without = Trees.of("main/a 2 10");
        Map<Metric, long[]> columns = new LinkedHashMap<>(without.tree().columns());
        columns.put(Metric.ALLOC, new long[] {0, 64});
        Profile with = new Profile(
                without.meta(),
                without.methods(),
                without.threads(),
                new CallTree(new int[] {-1, 0}, new int[] {-1, 0}, columns));

        assertThat(merge(with, with).tree().column(Metric.ALLOC)).containsExactly(0, 128);
        assertThat(merge(merge(with, without), with).tree().columns()).doesNotContainKey(Metric.ALLOC);
    }

    @Test
    void sums_are_kept() {
        for (long seed = 0; seed < 100; seed++) {
            Profile a = RandomProfiles.profile(seed);
            Profile b = RandomProfiles.profile(-1 - seed);

            for (Metric metric : Metric.KNOWN) {
                assertThat(sum(merge(a, b), metric)).as("seed %d", seed).isEqualTo(sum(a, metric) + sum(b, metric));
            }
        }
    }

    @Test
    void threads_merge_by_name_and_paths_by_method() {
        Profile merged =
                merge(Trees.of("main/b 1 10", "main/a 1 1"), Trees.of("main/b 2 20", "main/b/c 3 30", "w/a 4 40"));

        assertThat(Trees.lines(merged))
                .containsExactly("main 0 0", "main/a 1 1", "main/b 3 30", "main/b/c 3 30", "w 0 0", "w/a 4 40");
        assertThat(merged.threads()).containsExactly(new ThreadRow("main", 1, 0, 2), new ThreadRow("w", 2, 4, 1));
    }

    @Test
    void what_profiles_say_differently_of_themselves_is_left_out() {
        Meta a = new Meta(Map.of(
                "command", "A", "clock", "wall", "wallNs", 5L, "start", "2026-11-22T13:00:00.5Z", "probeNs", 2.0));
        Meta b = new Meta(
                Map.of("command", "B", "clock", "wall", "wallNs", 6L, "start", "2026-11-22T13:00:00Z", "probeNs", 3.0));

        assertThat(merge(empty(a), empty(b)).meta().values())
                .isEqualTo(Map.of(
                        "clock", "wall", "wallNs", 11L, "start", "2026-11-22T13:00:00Z", "probeNs", 3.0, "merged", 2L));
    }

    @Test
    void a_sum_is_as_unfinished_as_its_parts() {
        assertThat(reason("exit", "exit")).isEqualTo("exit");
        assertThat(reason("exit", "session", "exit")).isEqualTo("several");
        assertThat(reason("exit", "session", "stop", "snapshot")).isEqualTo("snapshot");
        assertThat(reason("snapshot", "stop", "exit")).isEqualTo("snapshot");
        Profile attached = merge(empty(new Meta(Map.of("attached", true))), empty(new Meta(Map.of())));
        assertThat(attached.meta().values()).containsEntry("attached", true);
    }

    private static String reason(String... reasons) {
        return Stream.of(reasons)
                .map(reason -> empty(new Meta(Map.of("reason", reason))))
                .reduce((a, b) -> merge(a, b))
                .orElseThrow()
                .meta()
                .text("reason", "");
    }

    @Test
    void a_sum_beyond_64_bits_is_an_error() {
        Profile huge = Trees.of("main/a 1 9223372036854775807");

        assertThatThrownBy(() -> merge(huge, huge)).isInstanceOf(ArithmeticException.class);
    }

    private static Profile merge(Profile... profiles) {
        return ProfileMerge.merge(List.of(profiles));
    }

    private static Profile empty(Meta meta) {
        return new Profile(meta, List.of(), List.of(), new CallTree(new int[0], new int[0], Map.of()));
    }

    private static long sum(Profile profile, Metric metric) {
        return Arrays.stream(profile.tree().column(metric)).sum();
    }

    private static String written(Profile profile) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProfileWriter.write(profile, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
