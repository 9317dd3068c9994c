package dev.jprof.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final List<String> PROGRAMS = List.of("towers", "jackson-short", "jackson-long");
    private static final List<String> MODES = List.of("jprof", "kieker");

    @Test
    void nothing_asked_for_means_everything() {
        Settings settings = Settings.parse(new String[] {});

        assertThat(PROGRAMS).allMatch(name -> settings.wants(name, PROGRAMS));
        assertThat(settings.pairs()).isEqualTo(5);
    }

    @Test
    void a_program_leaves_out_the_other_programs_and_no_mode() {
        Settings settings = Settings.parse(new String[] {"--only", "jackson-*"});

        assertThat(PROGRAMS.stream().filter(name -> settings.wants(name, PROGRAMS)))
                .containsExactly("jackson-short", "jackson-long");
        assertThat(MODES).allMatch(name -> settings.wants(name, MODES));
    }

    @Test
    void quick_runs_are_single_pairs_unless_told() {
        assertThat(Settings.parse(new String[] {"--quick"}).pairs()).isEqualTo(1);
        assertThat(Settings.parse(new String[] {"--quick", "--pairs", "3"}).pairs())
                .isEqualTo(3);
    }

    @Test
    void a_name_that_stands_for_nothing_is_found() {
        Settings settings = Settings.parse(new String[] {"--only", "towers,tower"});

        assertThat(settings.unknown(PROGRAMS)).containsExactly("tower");
    }

    @Test
    void a_missing_value_is_said() {
        assertThatThrownBy(() -> Settings.parse(new String[] {"--pairs"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--pairs needs a value");
    }
}
