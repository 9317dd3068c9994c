package dev.jprof.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTotalsTest {
    @Test
    void calls_are_summed_over_the_nodes(@TempDir Path folder) throws IOException {
        Path profile = Files.writeString(folder.resolve("profile.json"), """
                {"format": "jprof/1", "meta": {"nodes": {"calls": 7}}, "metrics": [{"name": "calls"}],
                 "nodes": {"parent": [-1, 0, 1], "calls": [0, 1, 4000000000], "self": [5, 5, 5]}}
                """);

        assertThat(ProfileTotals.read(profile)).isEqualTo(new ProfileTotals(4_000_000_001L, 3));
    }
}
