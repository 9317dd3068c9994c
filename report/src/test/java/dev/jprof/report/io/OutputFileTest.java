package dev.jprof.report.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_failed_write_leaves_the_old_file_and_nothing_beside_it() throws IOException {
        Path file = folder.resolve("p.json");
        Files.writeString(file, "old");

        assertThatThrownBy(() -> OutputFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("full");
                }))
                .hasMessage("full");

        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_new_file_takes_no_others_place() throws IOException {
        Path file = Files.writeString(folder.resolve("p.json"), "old");

        assertThat(OutputFile.writeNew(file, out -> out.write(1))).isFalse();
        assertThat(OutputFile.writeNew(folder.resolve("q.json"), out -> Files.copy(file, out)))
                .isTrue();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, folder.resolve("q.json"));
        }
        assertThat(file).hasContent("old");
        assertThat(folder.resolve("q.json")).hasContent("old");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_a_link_leads_to_is_replaced_and_not_the_link() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));

        OutputFile.write(link, out -> out.write("new".getBytes(UTF_8)));

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_pipe_is_written_to_and_not_replaced() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(pipe));

        OutputFile.write(pipe, out -> out.write("new".getBytes(UTF_8)));

        assertThat(read.get()).isEqualTo("new");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
