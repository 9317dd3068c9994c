package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "profile.json, profile-%p.json",
        "profile.json.gz, profile-%p.json.gz",
        "/a.b/profile, /a.b/profile-%p",
        "/a.b/v1.2.json, /a.b/v1.2-%p.json",
        "/a/.hidden, /a/.hidden-%p",
        "x.gz, x-%p.gz",
    })
    void process_id_goes_before_the_ending(String file, String expected) {
        assertThat(ProfileFiles.withProcessId(file)).isEqualTo(expected);
    }

    @Test
    void files_of_this_run_are_found_by_the_pattern() throws Exception {
        for (String name :
                new String[] {"p-12-20260304-050607.json", "p-7-20260304-050607.json", "p-x-20260304-050607.json", "q"
                }) {
            Files.createFile(folder.resolve(name));
        }
        Path old = Files.createFile(folder.resolve("p-1-20260304-050607.json"));
        Files.setLastModifiedTime(old, FileTime.fromMillis(1000));

        assertThat(ProfileFiles.written(folder + "/p-%p-%t.json", 2000))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("p-12-20260304-050607.json", "p-7-20260304-050607.json");
    }

    @Test
    void a_folder_may_have_any_name() throws Exception {
        Files.createFile(Files.createDirectory(folder.resolve("d%p")).resolve("100%-7"));

        assertThat(ProfileFiles.written(folder + "/d%%p/100%%-%p", 0)).hasSize(1);
        assertThat(ProfileFiles.written(folder + "/d%%p/100%%p", 0)).isEmpty();
    }

    @Test
    void nothing_written_is_nothing_found() throws Exception {
        assertThat(ProfileFiles.written(folder + "/p[.json", 0)).isEmpty();
        assertThat(ProfileFiles.written(folder + "/missing/p.json", 0)).isEmpty();
    }
}
