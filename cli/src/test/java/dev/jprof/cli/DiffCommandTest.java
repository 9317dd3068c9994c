package dev.jprof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.io.ProfileWriter;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import dev.jprof.report.model.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void record() throws IOException {
        write(
                "base.json",
                Trees.of("main/run 1 1000", "main/run/load 10 9000", "main/run/load/next 100 40000000"),
                Map.of());
        write(
                "new.json",
                Trees.of("main/run 1 1000", "main/run/load 10 9000", "main/run/load/next 310 124000000"),
                Map.of());
    }

    @Test
    void what_moved_is_told_in_words_and_tables() {
        assertThat(jprof("diff base.json new.json --limit 2")).isZero();

        assertThat(printed()).isEqualTo("""
                         base.json -> new.json
                         111 -> 321 function calls (+189 %)
                         0.040 -> 0.124 seconds (+210 %)  (sum of self times)
                         0 methods new, 0 gone, 0 with changed code, 3 moved without

                   1. load +210 % (+84.000ms): calls next 3.1 times as often; time per call unchanged
                   2. next +210 % (+84.000ms): called 3.1 times as often (100 -> 310); time per call unchanged

                   Ordered by: change that begins there
                   Methods reduced from 3 to 2

                   ncalls       %  tottime       %  cumtime       % code    class.method(file:line)
                                                     +0.084  +210 % ?       load
                     +210  +210 %   +0.084  +210 %   +0.084  +210 % ?       next

                   Paths reduced from 3 to 2

                   ncalls       %  tottime       %  cumtime       % code    path
                                                     +0.084  +210 % ?       run > load
                                                     +0.084  +210 % ?       run

                """);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void counts_alone_say_nothing_of_noise_in_times() throws IOException {
        Profile slow = Trees.of("main/run 1 1000", "main/run/load 10 9000", "main/run/load/next 100 450000000");
        write("slow.json", slow, Map.of());
        String runs = "diff --base base.json --base FOLDER/slow.json --new new.json";
        assertThat(jprof(runs)).isZero();
        assertThat(printed()).contains("~ within the noise");
        assertThat(jprof(runs + " --counts")).isZero();
        assertThat(printed()).contains("1 moved without").doesNotContain("~");
    }

    /** What found no room for its path is new or gone for that reason alone. */
    @Test
    void calls_that_were_folded_are_told_of_on_top() throws IOException {
        Profile full = Trees.of("main/run 1 1000", "main/run/load 10 9000");
        Meta meta = new Meta(Map.of("overflow", Map.of("nodes", 3L, "calls", 100L)));
        ProfileWriter.write(new Profile(meta, full.methods(), full.threads(), full.tree()), folder.resolve("new.json"));

        assertThat(jprof("diff base.json new.json --force")).isZero();
        assertThat(printed()).contains("Calls were folded into [overflow] (new): ");
        assertThat(jprof("diff base.json new.json --force --format json")).isZero();
        assertThat(printed()).contains("\"overflowed\":[\"new\"]");
    }

    @Test
    void what_has_no_probes_on_one_side_is_said_on_top() throws IOException {
        Profile full = Trees.of("main/run 1 1000", "main/run/load 10 9000");
        Meta meta = new Meta(Map.of(
                "skipped", List.of(Map.of("class", "a.B", "method", "big", "desc", "(I)V", "reason", "too large"))));
        ProfileWriter.write(new Profile(meta, full.methods(), full.threads(), full.tree()), folder.resolve("new.json"));

        assertThat(jprof("diff base.json new.json --force")).isZero();
        assertThat(printed())
                .contains(
                        "Has no probes in the new profile, so that its calls are not known: a.B.big(int) (too large)");
        assertThat(jprof("diff base.json new.json --force --format json")).isZero();
        assertThat(printed()).contains("\"unprobed\":[\"has no probes in the new profile");
    }

    @Test
    void profiles_that_say_the_same_have_not_moved() {
        assertThat(jprof("diff base.json base.json")).isZero();

        assertThat(printed()).contains("Nothing moved.");
    }

    @ParameterizedTest
    @CsvSource({"workload, f00d", "filter, include=x.*", "mode, sample", "machine, other", "clock, cpu", "jdk, 8"})
    void what_cannot_be_compared_is_refused_with_the_field(String field, String value) throws IOException {
        write("new.json", Trees.of("main/run 2 1000"), Map.of(field, value));

        assertThat(jprof("diff base.json new.json")).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains(field + " differs (", "--force");
        assertThat(printed()).isEmpty();

        assertThat(jprof("diff base.json new.json --force")).isZero();
        assertThat(printed().lines().findFirst().orElse("")).contains("Compared all the same: " + field + " differs (");
    }

    @Test
    void calls_alone_need_no_machine_but_the_same_workload() throws IOException {
        write("new.json", Trees.of("main/run 2 1000"), Map.of("machine", "other"));
        assertThat(jprof("diff base.json new.json --counts")).isZero();
        assertThat(printed())
                .contains("run is called 2.0 times as often (1 -> 2)")
                .doesNotContain("seconds", "cumtime");

        write("new.json", Trees.of("main/run 2 1000"), Map.of("workload", "f00d"));
        assertThat(jprof("diff base.json new.json --counts")).isEqualTo(2);
    }

    @Test
    void sides_are_files_folders_and_patterns() throws IOException {
        for (int run = 0; run < 3; run++) {
            write("old/a" + run + ".json", Trees.of("main/run 1 " + (100 + run)), Map.of());
            write("young/b" + run + ".json.gz", Trees.of("main/run 1 " + (200 + run)), Map.of());
        }
        Files.writeString(folder.resolve("old/notes.txt"), "");

        assertThat(jprof("diff --base FOLDER/old --new FOLDER/young/b*.json.gz -u ns"))
                .isZero();
        assertThat(printed()).contains("(medians of 3 runs)", "101 -> 201(ns) (+99 %)", "    ±");
        out.reset();
        assertThat(jprof("diff --base FOLDER/old/a0.json --base FOLDER/old/a1.json --new FOLDER/young -f json"))
                .isZero();
        assertThat(printed()).contains("\"runs\":2", "\"runs\":3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diff base.json",
                "diff",
                "diff base.json new.json --base base.json",
                "diff --base base.json",
                "diff base.json new.json --sort speed",
                "diff base.json new.json --format yaml",
                "diff base.json new.json --limit -1",
                "diff base.json new.json --metric calls",
                "diff --base FOLDER/none*.json --new new.json",
                "diff --base FOLDER/[ --new new.json",
                "diff base.json missing.json"
            })
    void what_is_wrong_is_one_line_and_code_2(String line) {
        assertThat(jprof(line)).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "md", "csv", "html"})
    void hostile_names_stay_text(String format) throws IOException {
        write("base.json", SampleProfiles.empty(), Map.of());
        write("new.json", SampleProfiles.small(), Map.of());

        assertThat(jprof("diff base.json new.json --limit 1.0 --format " + format))
                .isZero();
        // JSON has raw names, in which the characters of a terminal are escaped.
        String harm = format.equals("json") ? "\u001b" : "\u202e";
        assertThat(printed()).doesNotContain("\u001b", harm).isNotEmpty();
        if (format.equals("csv")) {
            assertThat(printed()).contains("'=HYPERLINK").doesNotContain("\n=", ",=");
        } else if (format.equals("md")) {
            assertThat(printed()).doesNotContain("<b>|").contains("\\<b\\>");
        }
    }

    @Test
    void the_page_is_the_comparison_page() {
        assertThat(jprof("diff base.json new.json --format html -o FOLDER/page.html"))
                .isZero();
        assertThat(folder.resolve("page.html")).content().startsWith("<!DOCTYPE html>");
    }

    private void write(String name, Profile profile, Map<String, String> changes) throws IOException {
        Map<String, Object> counts =
                new TreeMap<>(Map.of("mode", "instrument", "filter", "include=*", "workload", "e3b0"));
        Map<String, Object> times = new TreeMap<>(Map.of("machine", "Eta 3", "clock", "wall", "jdk", "17"));
        changes.forEach((field, value) -> (counts.containsKey(field) ? counts : times).put(field, value));
        Meta meta = new Meta(Map.of("comparability", Map.of("counts", counts, "times", times)));
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ProfileWriter.write(new Profile(meta, profile.methods(), profile.threads(), profile.tree()), file);
    }

    private int jprof(String line) {
        out.reset();
        err.reset();
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            boolean isFile = word.matches("(base|new|missing)\\.json");
            words.add(isFile ? folder.resolve(word).toString() : word.replace("FOLDER", folder.toString()));
        }
        return Main.run(words.toArray(String[]::new), out, err);
    }

    /** Without the folder of this run. */
    private String printed() {
        return out.toString(UTF_8).replace(folder + "/", "");
    }
}
