package dev.jprof.cli.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJarTest {
    private static final byte[] JAR = "a jar".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void jar_is_written_once_and_then_reused() throws Exception {
        Path cache = folder.resolve("cache");
        Path jar = AgentJar.place(JAR, List.of(cache));
        FileTime written = FileTime.fromMillis(1_000_000_000);
        Files.setLastModifiedTime(jar, written);

        Path again = AgentJar.place(JAR, List.of(cache));

        assertThat(again).isEqualTo(jar).hasBinaryContent(JAR);
        assertThat(Files.getLastModifiedTime(again)).isEqualTo(written);
        assertThat(cache).isDirectoryContaining(jar::equals);
    }

    @Test
    void jar_in_a_folder_that_anybody_can_have_made_is_written_anew() throws Exception {
        Path cache = folder.resolve("cache");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path jar = AgentJar.place(JAR, List.of(cache));
        FileTime written = FileTime.fromMillis(1_000_000_000);
        Files.setLastModifiedTime(jar, written);

        AgentJar.place(JAR, List.of(cache));

        assertThat(Files.getLastModifiedTime(jar)).isNotEqualTo(written);
    }

    @Test
    void jar_that_was_cut_short_or_changed_is_replaced() throws Exception {
        Path jar = AgentJar.place(JAR, List.of(folder));
        for (String wrong : List.of("", "a ja", "b jar")) {
            Files.writeString(jar, wrong);

            assertThat(AgentJar.place(JAR, List.of(folder))).isEqualTo(jar).hasBinaryContent(JAR);
        }
    }

    @Test
    void other_content_has_another_name_and_nothing_else_is_left() throws Exception {
        Path one = AgentJar.place(JAR, List.of(folder));
        Path other = AgentJar.place("another".getBytes(UTF_8), List.of(folder));

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        one.getFileName().toString(), other.getFileName().toString());
    }

    @Test
    void next_folder_is_taken_when_one_cannot_be_written() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(AgentJar.place(JAR, List.of(file.resolve("cache"), folder.resolve("next"))))
                .hasParent(folder.resolve("next"));
        assertThatThrownBy(() -> AgentJar.place(JAR, List.of(file.resolve("cache"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be written to any of");
    }

    @Test
    void cache_of_the_user_comes_first_and_names_with_an_equals_sign_never() {
        assertThat(AgentJar.folders(Map.of("XDG_CACHE_HOME", "/cache", "HOME", "/home/a")))
                .startsWith(Path.of("/cache/jprof"), Path.of("/home/a/.cache/jprof"))
                .hasSize(3);
        assertThat(AgentJar.folders(Map.of("XDG_CACHE_HOME", "relative", "HOME", "/home/a=b")))
                .hasSize(1);
        assertThat(AgentJar.folders(Map.of("HOME", "/home/m\u00fcller"))).hasSize(1);
    }
}
