package dev.jprof.report.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.io.ProfileFormatException;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollapsedReaderTest {
    @Test
    void stacks_add_up() throws IOException {
        Profile profile = read("com/A.a;com/A.b 3\ncom/A.a 2\ncom/A.a;com/A.b;com/A.a 5\r\n\n");

        assertThat(selfAndTotal(profile)).isEqualTo(Map.of("com.A.a", "7 10", "com.A.b", "3 8"));
        assertThat(profile.tree().weight()).isEqualTo(Metric.SAMPLES);
        assertThat(profile.threads()).extracting(ThreadRow::name).containsExactly("all threads");
        assertThat(profile.meta().text("mode", "")).isEqualTo("import");
    }

    @Test
    void a_thread_in_front_is_a_row() throws IOException {
        Profile profile = read("""
                [main tid=12];A.a 3
                [main tid=13];A.a 4
                process 7:"python app.py";thread (0x7F): MainThread;work (app.py:3) 5
                thread (0x1F): io;work (app.py:3) 6
                """);

        assertThat(profile.threads()).extracting(ThreadRow::name).containsExactly("main", "main", "all threads", "io");
        assertThat(profile.threads()).extracting(ThreadRow::id).containsExactly(12L, 13L, 0L, 31L);
    }

    @Test
    void samples_without_a_stack_are_counted_apart() throws IOException {
        Profile profile = read("[main tid=12] 5\nA.a 3\n[all threads tid=0] 4\n");

        assertThat(profile.meta().values()).containsEntry("stackless", 9L);
        assertThat(selfAndTotal(profile)).isEqualTo(Map.of("A.a", "3 3"));
        assertThat(read("[main tid=12];A.a 5\n").meta().values()).doesNotContainKey("stackless");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_a_name() throws IOException {
        assertThat(selfAndTotal(read("\ufeffA.a 3\n\ufeffA.a 2\n")))
                .isEqualTo(Map.of("A.a", "3 3", "\ufeffA.a", "2 2"));
    }

    /** A pprof begins with a line feed, JSON and a pstats file with a brace. */
    @Test
    void an_empty_line_or_a_brace_may_be_the_first() throws IOException {
        assertThat(selfAndTotal(read("\nA.a 3\n"))).isEqualTo(Map.of("A.a", "3 3"));
        assertThat(selfAndTotal(read("{main};A.a 3\n"))).isEqualTo(Map.of("{main}", "0 3", "A.a", "3 3"));
    }

    @Test
    void gzip_is_unpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("A.a 3\n".getBytes(UTF_8));
        }

        Profile profile =
                ForeignFile.read(Path.of("x.gz"), new ByteArrayInputStream(packed.toByteArray()), Optional.empty());

        assertThat(selfAndTotal(profile)).isEqualTo(Map.of("A.a", "3 3"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is empty",
        "'\n', has no stacks",
        "'{(\u0003\u0000', looks like a pstats file",
        "'A.a 3\nno number\n', line 2 ends in 'number'",
        "'A.a\n', line 1 has no number",
        "'A.a -3\n', line 1 ends in '-3'",
        "'A.a 99999999999999999999\n', line 1 ends in",
        "'A.a xxxxxxxxxxxxxxxxxxxxxxxxx\n', line 1 ends in 'xxxxxxxxxxxxxxxxxxxx...'",
        "'A.a 9223372036854775807\nA.a 9\n', does not fit into 64 bits",
        "'{\"format\":\"jprof/1\"}', needs no import"
    })
    void what_is_wrong_is_said_in_one_line(String text, String problem) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessageStartingWith("x.txt: ")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("\n");
    }

    private static Profile read(String text) throws IOException {
        return ForeignFile.read(Path.of("x.txt"), new ByteArrayInputStream(text.getBytes(UTF_8)), Optional.empty());
    }

    private static Map<String, String> selfAndTotal(Profile profile) {
        return MethodTable.rowsOf(profile).stream()
                .collect(Collectors.toMap(
                        row -> row.method().qualifiedName(), (MethodStats row) -> row.self() + " " + row.total()));
    }
}
