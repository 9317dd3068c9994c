package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code benchmarks/run} answers before it builds anything: here a build would fail. */
@DisabledOnOs(OS.WINDOWS)
class BenchmarksScriptTest {
    @TempDir
    private Path root;

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectory(root.resolve("benchmarks"));
        Files.copy(Path.of("../benchmarks/run"), root.resolve("benchmarks/run"), StandardCopyOption.COPY_ATTRIBUTES);
        Path builds = Files.writeString(root.resolve("jprof"), "#!/bin/sh\necho builds >&2\nexit 3\n");
        assertThat(builds.toFile().setExecutable(true)).isTrue();
    }

    private Launched.Ended run(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("benchmarks/run").toString()));
        command.addAll(List.of(arguments));
        return Launched.run(root, command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--quick --help"})
    void help_is_printed_at_once(String arguments) throws Exception {
        Launched.Ended ended = run(arguments.split(" "));

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .startsWith("Usage: benchmarks/run ")
                .contains("--quick", "--only NAME", "--pairs N", "--jdk JAVA", "--gc serial|g1|zgc");
    }

    @ParameterizedTest
    @CsvSource({
        "--fast, unknown argument --fast",
        "--quick towers, unknown argument towers",
        "--quick --pairs, --pairs needs a value",
    })
    void what_is_wrong_is_said_at_once(String arguments, String message) throws Exception {
        Launched.Ended ended = run(arguments.split(" "));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .isEqualTo("benchmarks/run: " + message + "; 'benchmarks/run --help' says what there is\n");
    }

    @Test
    void what_is_right_is_built() throws Exception {
        Launched.Ended ended = run("--quick", "--only", "--help", "--pairs", "1", "--jdk", "java", "--gc", "serial");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).isEqualTo("builds\n");
    }
}
