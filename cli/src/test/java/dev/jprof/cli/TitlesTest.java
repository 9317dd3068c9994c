package dev.jprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TitlesTest {
    @Test
    void two_profiles_go_by_their_file_names() {
        assertThat(titles("runs/new.json", "old.json")).isEqualTo(new Titles("new.json", "old.json"));
    }

    @Test
    void folders_tell_files_of_one_name_apart() {
        assertThat(titles("runs/new/01.json", "runs/base/01.json"))
                .isEqualTo(new Titles("new/01.json", "base/01.json"));
        assertThat(titles("a/x/01.json", "b/x/01.json")).isEqualTo(new Titles("a/x/01.json", "b/x/01.json"));
    }

    @Test
    void a_profile_may_be_compared_with_itself() {
        Titles titles = titles("01.json", "./01.json");
        assertThat(titles.current()).isEqualTo(titles.base()).endsWith("/01.json");
    }

    @Test
    void a_file_may_lie_deeper_than_another_of_its_name() {
        assertThat(Titles.of(Path.of("/01.json"), Path.of("/a/01.json"))).isEqualTo(new Titles("01.json", "a/01.json"));
    }

    private static Titles titles(String current, String base) {
        return Titles.of(Path.of(current), Path.of(base));
    }
}
