package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.io.ProfileWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFolderTest {
    @TempDir
    private Path folder;

    private Path run = Path.of("");
    private Path base = Path.of("");

    @BeforeEach
    void write() throws IOException {
        run = folder.resolve("run.json");
        base = folder.resolve("base");
        ProfileWriter.write(profile("a.B.main 1 50"), run);
    }

    @Test
    void runs_that_are_accepted_at_the_same_time_all_stay() throws IOException {
        IntStream.range(0, 40).parallel().forEach(job -> add(1));

        try (Stream<Path> files = Files.list(base)) {
            assertThat(files).hasSize(40).allMatch(file -> file.toString().matches(".*/00[0-4][0-9]\\.json"));
        }
    }

    private void add(int runs) {
        try {
            BaselineFolder.add(base, IntStream.range(0, runs).mapToObj(i -> run).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_newest_has_the_highest_number() throws IOException {
        Files.createDirectories(base);
        for (String name : List.of("9998", "9999", "10000")) {
            Files.copy(run, base.resolve(name + ".json"));
        }

        assertThat(BaselineFolder.newest(base, 2))
                .containsExactly(base.resolve("9999.json"), base.resolve("10000.json"));
        assertThat(BaselineFolder.runs(List.of(base + "/*.json"), 10)).endsWith(base.resolve("10000.json"));
        add(1);
        assertThat(base.resolve("10001.json")).exists();
    }

    @Test
    void a_run_that_is_named_twice_is_one_run() throws IOException {
        add(2);
        Path second = base.resolve("0002.json");

        assertThat(BaselineFolder.runs(List.of(second.toString(), base.toString(), base + "/*.json"), 10))
                .containsExactly(base.resolve("0001.json"), second);
    }
}
