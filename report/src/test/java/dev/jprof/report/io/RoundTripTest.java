package dev.jprof.report.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.model.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_written_is_read_again() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            Profile profile = RandomProfiles.profile(seed);
            Path file = folder.resolve(seed % 2 == 0 ? "p.json" : "p.json.gz");
            ProfileWriter.write(profile, file);
            byte[] bytes = Files.readAllBytes(file);

            Profile read = ProfileReader.read(file);

            assertThat(read.meta()).as("seed %d", seed).isEqualTo(profile.meta());
            assertThat(read.methods()).as("seed %d", seed).isEqualTo(profile.methods());
            assertThat(read.threads()).as("seed %d", seed).isEqualTo(profile.threads());
            assertThat(Trees.lines(read)).as("seed %d", seed).isEqualTo(Trees.lines(profile));
            ProfileWriter.write(read, file);
            assertThat(Files.readAllBytes(file)).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    @Test
    void gzip_is_known_by_its_bytes_not_its_name() throws IOException {
        Path packed = folder.resolve("p.json.gz");
        Path renamed = folder.resolve("p.json");
        ProfileWriter.write(RandomProfiles.profile(1), packed);
        Files.move(packed, renamed);

        assertThat(Files.readAllBytes(renamed)).startsWith(0x1f, 0x8b);
        assertThat(ProfileReader.read(renamed).threads())
                .isEqualTo(RandomProfiles.profile(1).threads());
    }

    @Test
    void unknown_keys_and_metrics_are_kept_in_meta_and_nodes_and_ignored_elsewhere() throws IOException {
        Path file = folder.resolve("p.json");
        Files.writeString(file, """
                {"format": "jprof/1", "new": [{"a": [1.5, null, "x"]}],
                 "meta": {"future": {"a": [1, 2.5, true, "x"]}},
                 "metrics": [{"name": "allocated", "unit": "bytes", "new": 1}],
                 "methods": [{"class": "A", "name": "a", "desc": "()V", "new": {}}],
                 "threads": [{"name": "main", "id": 1, "root": 0, "new": ""}],
                 "nodes": {"parent": [-1, 0], "method": [-1, 0], "allocated": [3, 4], "new": ["x"]}}
                """);

        Profile read = ProfileReader.read(file);

        assertThat(read.meta().values()).isEqualTo(Map.of("future", Map.of("a", List.of(1L, 2.5, true, "x"))));
        assertThat(read.tree().column(new Metric("allocated", "bytes"))).containsExactly(3, 4);
        assertThat(read.tree().column(Metric.CALLS)).containsExactly(0, 0);
        assertThat(read.threads()).containsExactly(new ThreadRow("main", 1, 0, 1));
        ProfileWriter.write(read, file);
        assertThat(Files.readString(file)).contains("\"future\":{\"a\":[1,2.5,true,\"x\"]}", "\"allocated\":[3,4]");
    }

    @Test
    void equal_methods_become_one() throws IOException {
        Path file = folder.resolve("p.json");
        Files.writeString(file, """
                {"format": "jprof/1", "meta": {}, "metrics": [],
                 "methods": [{"class": "A", "name": "a", "desc": ""}, {"class": "A", "name": "a", "desc": ""}],
                 "threads": [{"name": "main", "id": 1, "root": 0}],
                 "nodes": {"parent": [-1, 0, 0], "method": [-1, 0, 1]}}
                """);

        assertThat(ProfileReader.read(file).tree().method(2)).isZero();
    }

    @Test
    void files_are_read_as_one_sum() throws IOException {
        Path file = folder.resolve("p.json");
        ProfileWriter.write(Trees.of("main/a 1 10"), file);

        assertThat(Trees.lines(ProfileReader.readMerged(List.of(file, file))))
                .containsExactly("main 0 0", "main/a 2 20");
        assertThat(ProfileReader.readMerged(List.of(file)).meta().values()).isEmpty();
    }

    @Test
    void json_is_safe_in_a_page() throws IOException {
        StringWriter out = new StringWriter();

        Json.write(
                out,
                json -> json.startObject()
                        .field("</script>\u2028", "\uD83D\uDE00 \uDC00 é")
                        .endObject());

        assertThat(out).hasToString("{\"\\u003c/script>\\u2028\":\"\\ud83d\\ude00 \\udc00 é\"}");
    }
}
