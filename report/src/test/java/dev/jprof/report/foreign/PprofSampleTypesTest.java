package dev.jprof.report.foreign;

import static dev.jprof.report.foreign.MadePprof.file;
import static dev.jprof.report.foreign.MadePprof.function;
import static dev.jprof.report.foreign.MadePprof.location;
import static dev.jprof.report.foreign.MadePprof.message;
import static dev.jprof.report.foreign.MadePprof.read;
import static dev.jprof.report.foreign.MadePprof.rows;
import static dev.jprof.report.foreign.MadePprof.sample;
import static dev.jprof.report.foreign.MadePprof.text;
import static dev.jprof.report.foreign.MadePprof.type;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.foreign.MadePprof.Fields;
import dev.jprof.report.html.Headline;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ProfileMerge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of a file's types of samples is shown, and what samples stand for. */
class PprofSampleTypesTest {
    @Test
    void a_file_without_samples_shows_what_it_has() throws IOException {
        Profile profile = read(file(out -> {
            type(out, "space", "bytes");
            message(out, 2, sample(new long[] {1}, new long[] {4096}, ""));
            location(out, 1, 1);
            function(out, 1, "com.acme.Main.main", "", 0);
        }));

        assertThat(profile.tree().weight()).isEqualTo(new Metric("space", "bytes"));
        assertThat(rows(profile)).isEqualTo(Map.of("com.acme.Main.main", "0 4096 4096"));
    }

    @Test
    void of_several_types_the_last_is_shown_unless_the_file_names_another() throws IOException {
        Fields types = out -> {
            type(out, "runtime.read", "count");
            type(out, "space", "bytes");
            type(out, "com.acme.Main.main", "count");
            message(out, 2, sample(new long[] {1}, new long[] {4, 4096, 6}, ""));
            location(out, 1, 1);
            function(out, 1, "com.acme.Main.main", "", 0);
        };

        assertThat(read(file(types)).tree().weight()).isEqualTo(new Metric("com.acme.Main.main", "count"));
        assertThat(read(file(out -> {
                            types.write(out);
                            out.writeInt64(14, text("space"));
                        }))
                        .tree()
                        .weight())
                .isEqualTo(new Metric("space", "bytes"));
    }

    @Test
    void samples_that_stand_for_time_are_not_added_to_those_that_do_not() throws IOException {
        Profile timed = read(file(out -> {
            type(out, "cpu", "nanoseconds");
            message(out, 2, sample(new long[] {1}, new long[] {30_000_000}, ""));
            location(out, 1, 1);
            function(out, 1, "com.acme.Main.main", "", 0);
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
            type(out, "cpu", "nanoseconds");
            type(out, "samples", "count");
            message(out, 2, sample(new long[] {1}, new long[] {500, 3}, ""));
            message(out, 2, sample(new long[0], new long[] {900, 9}, ""));
            location(out, 1, 1);
            function(out, 1, "com.acme.Main.main", "src/Main.java", 12);
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
            type(out, "space", "bytes");
            message(out, 2, sample(new long[] {1}, new long[] {4096}, ""));
            message(out, 2, sample(new long[0], new long[] {512}, ""));
            location(out, 1, 1);
            function(out, 1, "com.acme.Main.main", "", 0);
        }));

        assertThat(profile.meta().integer("stackless", 0)).isEqualTo(1);
    }
}
