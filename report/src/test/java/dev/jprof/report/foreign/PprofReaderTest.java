package dev.jprof.report.foreign;

import static dev.jprof.report.foreign.MadePprof.bytes;
import static dev.jprof.report.foreign.MadePprof.file;
import static dev.jprof.report.foreign.MadePprof.function;
import static dev.jprof.report.foreign.MadePprof.location;
import static dev.jprof.report.foreign.MadePprof.message;
import static dev.jprof.report.foreign.MadePprof.read;
import static dev.jprof.report.foreign.MadePprof.rows;
import static dev.jprof.report.foreign.MadePprof.sample;
import static dev.jprof.report.foreign.MadePprof.strings;
import static dev.jprof.report.foreign.MadePprof.text;
import static dev.jprof.report.foreign.MadePprof.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.io.ProfileFormatException;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What its fields mean; {@link PprofSampleTypesTest} has the types of samples. */
class PprofReaderTest {
    @Test
    void types_are_metrics_labels_threads_and_lines_inlined_methods() throws IOException {
        Profile profile = read(file(out -> {
            type(out, "samples", "count");
            type(out, "cpu", "nanoseconds");
            message(out, 2, sample(new long[] {2, 1}, new long[] {3, 30_000_000}, "worker-1"));
            message(out, 2, sample(new long[] {1}, new long[] {1, 10_000_000}, ""));
            location(out, 1, 1);
            location(out, 2, 3, 2);
            function(out, 1, "com.acme.Main.main", "src/Main.java", 12);
            function(out, 2, "com.acme.Work.run", "", 0);
            function(out, 3, "runtime.read", "", 0);
            type(out, 11, "cpu", "nanoseconds");
            out.writeInt64(9, 1_764_000_000_000_000_000L);
            out.writeInt64(10, 2_000_000_000L);
            out.writeInt64(12, 10_000_000);
        }));

        assertThat(rows(profile))
                .isEqualTo(Map.of(
                        "com.acme.Main.main", "1 10000000 40000000",
                        "com.acme.Work.run", "0 0 30000000",
                        "runtime.read", "3 30000000 30000000"));
        assertThat(profile.methods().get(0).file()).isEqualTo("Main.java");
        assertThat(profile.methods().get(0).line()).isEqualTo(12);
        assertThat(profile.threads()).extracting(ThreadRow::name).containsExactlyInAnyOrder("worker-1", "all threads");
        assertThat(profile.meta().integer("wallNs", 0)).isEqualTo(2_000_000_000L);
        assertThat(profile.meta().text("start", "")).isEqualTo("2025-11-24T16:00:00Z");
        assertThat(profile.meta().text("event", "")).isEqualTo("cpu");
        assertThat(profile.meta().integer("intervalNs", 0)).isEqualTo(10_000_000L);
    }

    /** Some tools write the number as a text. */
    @Test
    void a_thread_without_a_name_goes_by_its_number() throws IOException {
        Profile profile = read(file(out -> {
            type(out, "samples", "count");
            message(out, 2, sample -> {
                message(sample, 1, packed -> packed.writeUInt64NoTag(1));
                sample.writeInt64(2, 5);
                message(sample, 3, label -> {
                    label.writeInt64(1, text("thread_id"));
                    label.writeInt64(2, text("17"));
                });
            });
            location(out, 1, 1);
            function(out, 1, "com.acme.Main.main", "src/Main.java", 12);
        }));

        assertThat(profile.threads()).extracting(ThreadRow::name).containsExactly("thread 17");
    }

    /** Go begins with the time, converters of Java's recordings with the type of the period. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 12, 14})
    void any_field_may_be_the_first(int first) throws IOException {
        Profile profile = ForeignFile.read(
                Path.of("x.pb"),
                new ByteArrayInputStream(bytes(out -> {
                    switch (first) {
                        case 3 -> message(out, 3, mapping -> mapping.writeUInt64(1, 1));
                        case 4 -> location(out, 1, 1);
                        case 5 -> function(out, 1, "com.acme.Main.main", "src/Main.java", 12);
                        case 6 -> strings(out);
                        default -> out.writeInt64(first, first == 14 ? 1 : 0x7fff_0102_0304L);
                    }
                    type(out, "samples", "count");
                    message(out, 2, sample(new long[] {1}, new long[] {7}, ""));
                    location(out, 1, 1);
                    function(out, 1, "com.acme.Main.main", "src/Main.java", 12);
                    if (first != 6) {
                        strings(out);
                    }
                })),
                Optional.empty());

        assertThat(rows(profile)).isEqualTo(Map.of("com.acme.Main.main", "7 7 7"));
    }

    @Test
    void functions_of_other_languages_keep_their_names() throws IOException {
        Profile profile = read(file(out -> {
            type(out, "samples", "count");
            message(out, 2, sample(new long[] {1}, new long[] {3}, ""));
            location(out, 1, 1);
            function(out, 1, "runtime/pprof.Do", "/src/runtime/pprof/runtime.go", 12);
        }));

        assertThat(rows(profile)).isEqualTo(Map.of("runtime/pprof.Do", "3 3 3"));
        assertThat(profile.methods().get(0).file()).isEqualTo("runtime.go");
    }

    @Test
    void a_function_without_a_name_has_that_of_the_system() throws IOException {
        Profile profile = read(file(out -> {
            type(out, "samples", "count");
            message(out, 2, sample(new long[] {1}, new long[] {3}, ""));
            location(out, 1, 1);
            message(out, 5, function -> {
                function.writeUInt64(1, 1);
                function.writeInt64(3, text("runtime.read"));
            });
        }));

        assertThat(rows(profile)).isEqualTo(Map.of("runtime.read", "3 3 3"));
    }

    @Test
    void damaged_files_are_refused_in_one_line() throws IOException {
        byte[] good = file(out -> {
            type(out, "samples", "count");
            message(out, 2, sample(new long[] {1}, new long[] {3}, "worker-1"));
            location(out, 1, 1);
            function(out, 1, "com.acme.Main.main", "src/Main.java", 12);
        });
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bad = round < good.length ? Arrays.copyOf(good, round) : good.clone();
            if (round >= good.length) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                ForeignFile.read(Path.of("x.pb"), new ByteArrayInputStream(bad), Optional.of(Kind.PPROF));
            } catch (ProfileFormatException wrong) {
                assertThat(wrong.getMessage()).startsWith("x.pb: ").doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(good.length / 2);
    }

    @Test
    void a_difference_of_two_profiles_is_refused() throws IOException {
        byte[] bytes = file(out -> {
            type(out, "samples", "count");
            message(out, 2, sample(new long[] {1}, new long[] {-3}, ""));
            location(out, 1, 1);
            function(out, 1, "com.acme.Main.main", "src/Main.java", 12);
        });

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("a value is negative");
    }
}
