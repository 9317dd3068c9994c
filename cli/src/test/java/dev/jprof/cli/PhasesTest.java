package dev.jprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhasesTest {
    @ParameterizedTest
    @CsvSource({"30000, 10, 3000", "5000, 2, 2500", "7000, 4, 1750", "6000, 2, 3000", "100, 2, 50"})
    void phases_are_of_one_length_and_together_as_long_as_was_asked(long all, int phases, long millis) {
        Phases made = Phases.of(all, new Random(1));

        assertThat(made.sampled()).hasSize(phases);
        assertThat(made.millis()).isEqualTo(millis);
        assertThat(made.allMillis()).isEqualTo(all);
    }

    @Test
    void each_pair_has_one_of_either_kind_and_chance_says_which_is_first() {
        Set<List<Boolean>> pairs = new HashSet<>();
        List<Boolean> sampled = Phases.of(60_000, new Random(5)).sampled();
        for (int phase = 0; phase < sampled.size(); phase += 2) {
            pairs.add(sampled.subList(phase, phase + 2));
        }

        assertThat(pairs).containsExactlyInAnyOrder(List.of(true, false), List.of(false, true));
    }
}
