package dev.jprof.cli;

import static dev.jprof.report.check.Runs.profile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.io.ProfileWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a verdict where it can't be written. */
class CheckOutputsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeProfiles() throws IOException {
        ProfileWriter.write(profile("a.B.main 1 5"), folder.resolve("one.json"));
        ProfileWriter.write(profile("a.B.main 1 5"), folder.resolve("again.json"));
        ProfileWriter.write(profile("a.B.main 2 5"), folder.resolve("two.json"));
    }

    @ParameterizedTest
    @CsvSource({"again.json, OK, 2", "two.json, REGRESSION, 1"})
    void an_output_that_cannot_be_written_takes_no_other_and_no_verdict(String current, String verdict, int code) {
        Path gone = folder.resolve("gone/c.md");
        Path written = folder.resolve("c.xml");

        assertThat(check(out, current, "-f", "md", "-o", gone, "-f", "junit", "-o", written))
                .isEqualTo(code);

        assertThat(out.toString(UTF_8)).startsWith(verdict + ": ");
        assertThat(err.toString(UTF_8))
                .isEqualTo("jprof check: cannot write " + gone + ": its directory does not exist\n");
        assertThat(written).content().contains("<testsuites");
    }

    @Test
    void a_directory_that_takes_no_file_is_not_called_missing() {
        assertThat(check(out, "again.json", "-f", "md", "-o", "/proc/c.md")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .isEqualTo("jprof check: cannot write /proc/c.md: no file can be made in its directory\n");
    }

    @ParameterizedTest
    @CsvSource({
        "again.json, Broken pipe, 0",
        "two.json, Broken pipe, 1",
        "again.json, No space, 2",
        "two.json, No space, 1"
    })
    void standard_output_that_fails_loses_no_regression(String current, String reason, int code) {
        assertThat(check(new BrokenStream(reason), current)).isEqualTo(code);
        assertThat(err.toString(UTF_8).lines()).hasSize(reason.equals("No space") ? 1 : 0);
    }

    @Test
    void a_long_output_that_fails_loses_no_regression_either() throws IOException {
        String[] methods = Stream.iterate(0, i -> i + 1)
                .limit(90)
                .map(i -> "a.Class" + "WithALongName".repeat(9) + ".method" + i + " 1 5")
                .toArray(String[]::new);
        ProfileWriter.write(profile(methods), folder.resolve("two.json"));
        assertThat(check(new BrokenStream("Broken pipe"), "two.json", "-f", "json"))
                .isEqualTo(1);
    }

    @Test
    void two_formats_in_one_file_are_refused() throws IOException {
        Path same = folder.resolve("same.out");
        Path again = folder.resolve("./same.out");

        assertThat(check(out, "two.json", "-f", "md", "-o", same, "-f", "junit", "-o", again))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .isEqualTo("jprof check: " + again + " can't hold two formats; give each its own -o FILE\n");
        assertThat(Files.exists(same)).isFalse();
    }

    private int check(OutputStream standard, String current, Object... more) {
        List<Object> fixed = List.of(
                "check",
                "--base",
                folder.resolve("one.json"),
                "--new",
                folder.resolve(current),
                "--rule",
                "calls(*) <= +0%");
        String[] words = Stream.concat(fixed.stream(), Stream.of(more))
                .map(Object::toString)
                .toArray(String[]::new);
        return Main.run(words, standard, err);
    }
}
