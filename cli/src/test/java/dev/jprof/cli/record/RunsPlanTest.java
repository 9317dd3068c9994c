package dev.jprof.cli.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsPlanTest {
    private static final RunsPlan PLAN = new RunsPlan("java 'ü' \\ a=b", "java\nx", "jdk=calls", 17);

    @TempDir
    Path folder;

    @Test
    void every_pair_has_both_sides_one_after_the_other() {
        List<PlannedRun> runs = PLAN.runs(50);
        assertThat(runs).hasSize(100).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 100)).allMatch(i -> runs.get(i).pair() == i / 2 + 1);
    }

    @Test
    void chance_decides_which_side_is_first() {
        List<PlannedRun> runs = PLAN.runs(200);
        assertThat(IntStream.range(0, 200).filter(i -> runs.get(2 * i).side() == Side.BASE))
                .hasSizeBetween(70, 130);
        assertThat(new RunsPlan("", "", "", 18).runs(200)).isNotEqualTo(runs);
    }

    @Test
    void more_pairs_leave_the_earlier_ones_as_they_are() {
        assertThat(PLAN.runs(20)).startsWith(PLAN.runs(7).toArray(new PlannedRun[0]));
    }

    @Test
    void a_plan_is_read_back_as_it_was_written() throws IOException {
        Path file = folder.resolve("runs.properties");
        PLAN.write(file);
        assertThat(RunsPlan.read(file)).isEqualTo(PLAN);
    }

    @Test
    void a_damaged_plan_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("runs.properties"), "base=java\nnew=java\noptions=\nseed=x\n");
        assertThatThrownBy(() -> RunsPlan.read(file)).hasMessageContaining("runs.properties is damaged");
        Files.writeString(file, "base=\\u00");
        assertThatThrownBy(() -> RunsPlan.read(file)).hasMessageContaining("runs.properties is damaged");
    }
}
