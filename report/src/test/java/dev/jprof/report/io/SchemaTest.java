package dev.jprof.report.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jprof.report.model.ProfileMerge;
import dev.jprof.report.model.RandomProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
    private static final Path DOCS = Path.of("../docs");

    @TempDir
    private Path folder;

    @Test
    void written_and_merged_profiles_keep_to_the_schema() throws IOException {
        ProfileSchema schema = ProfileSchema.in(DOCS);
        Path file = folder.resolve("p.json.gz");
        for (long seed = 0; seed < 100; seed++) {
            ProfileWriter.write(RandomProfiles.profile(seed), file);
            assertThat(schema.violations(file)).as("seed %d", seed).isEmpty();
            ProfileWriter.write(
                    ProfileMerge.merge(List.of(RandomProfiles.profile(seed), RandomProfiles.profile(-1 - seed))), file);
            assertThat(schema.violations(file)).as("merged seed %d", seed).isEmpty();
        }
    }

    @Test
    void the_example_in_the_manual_keeps_to_the_schema_and_can_be_read() throws IOException {
        String example = example();
        Path file = Files.writeString(folder.resolve("p.json"), example);

        assertThat(ProfileSchema.in(DOCS).violations(example)).isEmpty();
        assertThat(ProfileReader.read(file).methods()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"jprof/1\" | \"jprof/2\"",
                "\"meta\": | \"mate\":",
                "\"metrics\": | \"matrix\":",
                "\"methods\": | \"functions\":",
                "\"threads\": | \"fibres\":",
                "\"nodes\": | \"knots\":",
                "\"parent\": [-1, 0, 1] | \"parent\": [-2, 0, 1]",
                "\"parent\": [-1, 0, 1] | \"ancestor\": [-1, 0, 1]",
                "\"calls\": [0, 1, 100] | \"calls\": [0, 1, -100]",
                "\"calls\": [0, 1, 100] | \"calls\": [0, 1, 0.5]",
                "\"calls\": [0, 1, 100] | \"calls\": 3",
                "{\"name\": \"self\", \"unit\": \"ns\"} | {\"name\": \"self\", \"unit\": \"ms\"}",
                "{\"name\": \"self\", \"unit\": \"ns\"} | {\"name\": \"parent\", \"unit\": \"ns\"}",
                "\"class\": \"com.acme.Main\" | \"klass\": \"com.acme.Main\"",
                "\"name\": \"sin\" | \"name\": \"\"",
                "\"line\": 12 | \"line\": -12",
                "\"kind\": \"jdk\" | \"kind\": \"JDK\"",
                "\"id\": 1 | \"id\": -1",
                "\"root\": 0 | \"root\": \"0\"",
                "\"root\": 0 | \"root\": 0, \"threads\": 0",
                "\"wallNs\": 15300000000 | \"wallNs\": -1",
                "\"wallNs\": 15300000000 | \"probeNs\": -0.5",
                "\"clock\": \"wall\" | \"clock\": 5"
            })
    void schema_and_reader_refuse_the_same(String good, String bad) throws IOException {
        String example = example();
        assertThat(example).contains(good);
        Path file = Files.writeString(folder.resolve("p.json"), example.replace(good, bad));

        assertThat(ProfileSchema.in(DOCS).violations(file)).isNotEmpty();
        assertThat(catchThrowable(() -> ProfileReader.read(file))).isInstanceOf(ProfileFormatException.class);
    }

    private static String example() throws IOException {
        String manual = Files.readString(DOCS.resolve("profile-format.md"));
        int start = manual.indexOf("```json") + 7;
        return manual.substring(start, manual.indexOf("```", start));
    }
}
