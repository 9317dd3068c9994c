package dev.jprof.report.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import dev.jprof.report.html.Headline;
import dev.jprof.report.io.ProfileFormatException;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ProfileMerge;
import dev.jprof.report.model.ThreadRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written with Google's own library, by the numbers that profile.proto gives fields. */
class PprofReaderTest {
    private static final List<String> TEXTS = List.of(
            "",
            "samples",
            "count",
            "cpu",
            "nanoseconds",
            "com.acme.Main.main",
            "src/Main.java",
            "com.acme.Work.run",
            "runtime.read",
            "thread",
            "worker-1",
            "space",
            "bytes",
            "thread_id",
            "17",
            "runtime/pprof.Do",
            "/src/runtime/pprof/runtime.go");

    /** Writes one message. */
    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    @Test
    void types_are_metrics_labels_threads_and_lines_inlined_methods() throws IOException {
        Profile profile = read(file(out -> {
            type(out, 1, 2);
            type(out, 3, 4);
            message(out, 2, sample(new long[] {2, 1}, new long[] {3, 30_000_000}, 10));
            message(out, 2, sample(new long[] {1}, new long[] {1, 10_000_000}, 0));
            location(out, 1, 1);
            location(out, 2, 3, 2);
            function(out, 1, 5, 6, 12);
            function(out, 2, 7, 0, 0);
            function(out, 3, 8, 0, 0);
            type(out, 11, 3, 4);
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
            type(out, 1, 2);
            message(out, 2, sample -> {
                message(sample, 1, packed -> packed.writeUInt64NoTag(1));
                sample.writeInt64(2, 5);
                message(sample, 3, label -> {
                    label.writeInt64(1, TEXTS.indexOf("thread_id"));
                    label.writeInt64(2, TEXTS.indexOf("17"));
                });
            });
            location(out, 1, 1);
            function(out, 1, 5, 6, 12);
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
                        case 5 -> function(out, 1, 5, 6, 12);
                        case 6 -> strings(out);
                        default -> out.writeInt64(first, first == 14 ? 1 : 0x7fff_0102_0304L);
                    }
                    type(out, 1, 2);
                    message(out, 2, sample(new long[] {1}, new long[] {7}, 0));
                    location(out, 1, 1);
                    function(out, 1, 5, 6, 12);
                    if (first != 6) {
                        strings(out);
                    }
                })),
                Optional.empty());

        assertThat(rows(profile)).isEqualTo(Map.of("com.acme.Main.main", "7 7 7"));
    }

    @Test
    void a_file_without_samples_shows_what_it_has() throws IOException {
        Profile profile = read(file(out -> {
            type(out, 11, 12);
            message(out, 2, sample(new long[] {1}, new long[] {4096}, 0));
            location(out, 1, 1);
            function(out, 1, 5, 0, 0);
        }));

        assertThat(profile.tree().weight()).isEqualTo(new Metric("space", "bytes"));
        assertThat(rows(profile)).isEqualTo(Map.of("com.acme.Main.main", "0 4096 4096"));
    }

    @Test
    void of_several_types_the_last_is_shown_unless_the_file_names_another() throws IOException {
        Fields types = out -> {
            type(out, 8, 2);
            type(out, 11, 12);
            type(out, 5, 2);
            message(out, 2, sample(new long[] {1}, new long[] {4, 4096, 6}, 0));
            location(out, 1, 1);
            function(out, 1, 5, 0, 0);
        };

        assertThat(read(file(types)).tree().weight()).isEqualTo(new Metric("com.acme.Main.main", "count"));
        assertThat(read(file(out -> {
                            types.write(out);
                            out.writeInt64(14, 11);
                        }))
                        .tree()
                        .weight())
                .isEqualTo(new Metric("space", "bytes"));
    }

    @Test
    void samples_that_stand_for_time_are_not_added_to_those_that_do_not() throws IOException {
        Profile timed = read(file(out -> {
            type(out, 3, 4);
            message(out, 2, sample(new long[] {1}, new long[] {30_000_000}, 0));
            location(out, 1, 1);
            function(out, 1, 5, 0, 0);
        }));
        Profile counted = ForeignFile.read(
                Path.of("x.txt"), new ByteArrayInputStream("app/A.a;b 3\n".getBytes(UTF_8)), Optional.empty());

        assertThat(ProfileMerge.hindrance(List.of(timed, counted))).contains("stand for different things");
        assertThat(ProfileMerge.hindrance(List.of(timed, timed))).isEmpty();
        assertThat(ProfileMerge.hindrance(List.of(counted, counted))).isEmpty();
        assertThat(Headline.of(counted, "")).isEqualTo(new Headline("", "", "3 samples", ""));
        assertThat(Headline.of(timed, "").time()).isEqualTo("30.0 ms");
    }

    @Test
    void samples_without_locations_are_counted_and_exported_as_such() throws IOException {
        Profile profile = read(file(out -> {
            type(out, 3, 4);
            type(out, 1, 2);
            message(out, 2, sample(new long[] {1}, new long[] {500, 3}, 0));
            message(out, 2, sample(new long[0], new long[] {900, 9}, 0));
            location(out, 1, 1);
            function(out, 1, 5, 6, 12);
        }));
        ByteArrayOutputStream collapsed = new ByteArrayOutputStream();
        CollapsedWriter.write(profile, Metric.SAMPLES, collapsed);
        Profile again =
                ForeignFile.read(Path.of("x.txt"), new ByteArrayInputStream(collapsed.toByteArray()), Optional.empty());

        assertThat(rows(profile)).isEqualTo(Map.of("com.acme.Main.main", "3 500 500"));
        assertThat(profile.meta().integer("stackless", 0)).isEqualTo(9);
        assertThat(rows(again)).isEqualTo(Map.of("com.acme.Main.main", "3 3 3"));
        assertThat(again.meta().integer("stackless", 0)).isEqualTo(9);
        assertThat(again.threads()).isEqualTo(profile.threads());
    }

    @Test
    void without_a_type_of_samples_each_message_is_one() throws IOException {
        Profile profile = read(file(out -> {
            type(out, 11, 12);
            message(out, 2, sample(new long[] {1}, new long[] {4096}, 0));
            message(out, 2, sample(new long[0], new long[] {512}, 0));
            location(out, 1, 1);
            function(out, 1, 5, 0, 0);
        }));

        assertThat(profile.meta().integer("stackless", 0)).isEqualTo(1);
    }

    @Test
    void functions_of_other_languages_keep_their_names() throws IOException {
        Profile profile = read(file(out -> {
            type(out, 1, 2);
            message(out, 2, sample(new long[] {1}, new long[] {3}, 0));
            location(out, 1, 1);
            function(out, 1, 15, 16, 12);
        }));

        assertThat(rows(profile)).isEqualTo(Map.of("runtime/pprof.Do", "3 3 3"));
        assertThat(profile.methods().get(0).file()).isEqualTo("runtime.go");
    }

    @Test
    void a_function_without_a_name_has_that_of_the_system() throws IOException {
        Profile profile = read(file(out -> {
            type(out, 1, 2);
            message(out, 2, sample(new long[] {1}, new long[] {3}, 0));
            location(out, 1, 1);
            message(out, 5, function -> {
                function.writeUInt64(1, 1);
                function.writeInt64(3, 8);
            });
        }));

        assertThat(rows(profile)).isEqualTo(Map.of("runtime.read", "3 3 3"));
    }

    @Test
    void damaged_files_are_refused_in_one_line() throws IOException {
        byte[] good = file(out -> {
            type(out, 1, 2);
            message(out, 2, sample(new long[] {1}, new long[] {3}, 10));
            location(out, 1, 1);
            function(out, 1, 5, 6, 12);
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
            type(out, 1, 2);
            message(out, 2, sample(new long[] {1}, new long[] {-3}, 0));
            location(out, 1, 1);
            function(out, 1, 5, 6, 12);
        });

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("a value is negative");
    }

    private static byte[] file(Fields fields) throws IOException {
        return bytes(out -> {
            fields.write(out);
            strings(out);
        });
    }

    private static void strings(CodedOutputStream out) throws IOException {
        for (String text : TEXTS) {
            out.writeString(6, text);
        }
    }

    private static byte[] bytes(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    private static void message(CodedOutputStream out, int field, Fields fields) throws IOException {
        out.writeByteArray(field, bytes(fields));
    }

    private static void type(CodedOutputStream out, int name, int unit) throws IOException {
        type(out, 1, name, unit);
    }

    private static void type(CodedOutputStream out, int field, int name, int unit) throws IOException {
        message(out, field, type -> {
            type.writeInt64(1, name);
            type.writeInt64(2, unit);
        });
    }

    /** Locations packed, values one by one. */
    private static Fields sample(long[] locations, long[] values, int thread) {
        return out -> {
            message(out, 1, packed -> {
                for (long location : locations) {
                    packed.writeUInt64NoTag(location);
                }
            });
            for (long value : values) {
                out.writeInt64(2, value);
            }
            if (thread > 0) {
                message(out, 3, label -> {
                    label.writeInt64(1, 9);
                    label.writeInt64(2, thread);
                });
            }
        };
    }

    private static void location(CodedOutputStream out, long id, long... functions) throws IOException {
        message(out, 4, location -> {
            location.writeUInt64(1, id);
            for (long function : functions) {
                message(location, 4, line -> line.writeUInt64(1, function));
            }
        });
    }

    private static void function(CodedOutputStream out, long id, long name, long file, long line) throws IOException {
        message(out, 5, function -> {
            function.writeUInt64(1, id);
            function.writeInt64(2, name);
            function.writeInt64(4, file);
            function.writeInt64(5, line);
        });
    }

    private static Profile read(byte[] bytes) throws IOException {
        return ForeignFile.read(Path.of("x.pb"), new ByteArrayInputStream(bytes), Optional.empty());
    }

    private static Map<String, String> rows(Profile profile) {
        return MethodTable.rowsOf(profile).stream()
                .collect(Collectors.toMap(
                        row -> row.method().qualifiedName(),
                        (MethodStats row) -> row.calls() + " " + row.self() + " " + row.total()));
    }
}
