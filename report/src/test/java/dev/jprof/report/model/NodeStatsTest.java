package dev.jprof.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeStatsTest {
    @Test
    void the_nodes_of_a_method_sum_to_its_row() {
        for (int seed = 0; seed < 300; seed++) {
            Profile profile = RandomProfiles.profile(seed);
            NodeStats nodes = NodeStats.of(profile);

            for (MethodStats row : MethodTable.rowsOf(profile)) {
                long[] sums = new long[6];
                for (int node = 0; node < profile.tree().size(); node++) {
                    if (profile.tree().method(node) == row.index()) {
                        MethodStats stats = nodes.of(node);
                        assertThat(stats.primitiveCalls()).isEqualTo(stats.calls());
                        add(sums, stats);
                    }
                }
                long[] expected = new long[6];
                add(expected, row);
                assertThat(sums).as("%s, seed %d", row.method(), seed).isEqualTo(expected);
            }
        }
    }

    private static void add(long[] sums, MethodStats stats) {
        sums[0] += stats.calls();
        sums[1] += stats.self();
        sums[2] += stats.errors();
        sums[3] += stats.open();
        sums[4] += stats.waiting();
        sums[5] += stats.probes();
    }

    @Test
    void a_method_of_one_path_has_the_bars_and_bytes_of_that_path() {
        Profile profile = withBytes(SampleProfiles.sampled());
        NodeStats nodes = NodeStats.of(profile);
        MethodStats rare = MethodTable.rowsOf(profile).get(3);

        assertThat(rare.bars().self()).isPositive();
        assertThat(nodes.of(5).bars()).isEqualTo(rare.bars());
        assertThat(rare.allocated()).isEqualTo(new AllocatedBytes(50, 50, 10240));
        assertThat(nodes.of(5).allocated()).isEqualTo(rare.allocated());
        assertThat(nodes.bytes(2)).isEqualTo(20 + 30 + 40);
    }

    @Test
    void what_the_profile_does_not_say_is_not_known_of_nodes() {
        MethodStats stats = NodeStats.of(SampleProfiles.small()).of(1);

        assertThat(stats.bars().known()).isFalse();
        assertThat(stats.allocated().known()).isFalse();
    }

    private static Profile withBytes(Profile profile) {
        Map<Metric, long[]> columns = new LinkedHashMap<>(profile.tree().columns());
        columns.put(Metric.ALLOC, new long[] {0, 10, 20, 30, 40, 50, 0, 70, 80});
        columns.put(Metric.ALLOC_SPREAD, new long[] {0, 0, 0, 0, 0, 25, 0, 0, 0});
        return new Profile(
                profile.meta(),
                profile.methods(),
                profile.threads(),
                profile.tree().with(columns));
    }
}
