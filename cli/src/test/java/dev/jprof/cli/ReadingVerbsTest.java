package dev.jprof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingVerbsTest {
    private static final String FILE = "src/test/resources/profiles/small.json";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void report_prints_the_dearest_methods_first() {
        assertThat(jprof("report FILE --raw --limit 3 --limit com")).isZero();

        assertThat(printed()).isEqualTo("""
                                 34,554,127 function calls (34,553,951 primitive calls) in 1.344 seconds  (sum of self times, as pstats)
                                 2 threads, 15.300 seconds of wall time; probes about 4 ns a call, estimated slowdown 1.05

                           Ordered by: cumulative time
                           List reduced from 4 to 3 due to restriction <3>
                           List reduced from 3 to 2 due to restriction <'com'>

                           ncalls  tottime  percall  cumtime  percall class.method(file:line)
                            1,007    1.090    0.001    1.340    0.001 com.acme.Work.add(Work.java:40)
                                1    0.001    0.001    1.254    1.254 com.acme.Main.main(Main.java:12)

                        """);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void what_probes_cost_is_taken_out_of_the_times_and_stands_in_a_row_of_its_own() {
        jprof("report FILE --sort tottime --columns ncalls,tottime,cumtime,name");

        assertThat(printed()).contains("""
                    ncalls  tottime  cumtime class.method(file:line)
                     1,007    0.986    1.202 com.acme.Work.add(Work.java:40)
                34,552,942    0.215    0.215 {java.lang.Math.sin}
                              0.138    0.138 [probes]
                     177/1    0.003    0.003 com.acme.Work.fib(Work.java:30)
                         1    0.000    1.115 com.acme.Main.main(Main.java:12)
                """);

        out.reset();
        jprof("tree FILE");
        assertThat(printed()).contains("   0.138  10.3%    0.138          0 `- [probes]\n");
    }

    @Test
    void report_sorts_by_several_keys_and_backwards() {
        jprof("report FILE --raw --sort nc,name --columns name --format csv");
        assertThat(printed().lines())
                .containsExactly(
                        "name",
                        "{java.lang.Math.sin}",
                        "com.acme.Work.add(Work.java:40)",
                        "com.acme.Work.fib(Work.java:30)",
                        "com.acme.Main.main(Main.java:12)");

        out.reset();
        jprof("report FILE --sort line --sort name --reverse --limit 1 --columns name --columns ncalls -f csv");
        assertThat(printed().lines()).containsExactly("name,ncalls", "com.acme.Work.add(Work.java:40),1007");
    }

    @Test
    void report_in_the_style_of_pstats_is_unsorted_unless_asked_and_names_its_files_as_pstats_does() {
        assertThat(jprof("report FILE FILE --style pstats --raw")).isZero();

        assertThat(printed().lines().toList())
                .satisfies(lines -> {
                    assertThat(lines.get(0))
                            .matches("[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9]\\d \\d\\d:.* \\d{4}    " + FILE);
                    assertThat(lines.get(2)).isEmpty();
                })
                .contains(
                        "         69108254 function calls (69107902 primitive calls) in 2.687 seconds",
                        "   Random listing order was used",
                        "    354/2    0.006    0.000    0.006    0.003 Work.java:30(com.acme.Work.fib)",
                        " 69105884    0.500    0.000    0.500    0.000 {java.lang.Math.sin}");
    }

    @Test
    void names_reach_a_terminal_escaped_and_a_file_raw() throws IOException {
        StringBuilder terminal = new StringBuilder();
        StringBuilder file = new StringBuilder();

        new Style().print(true, terminal, text -> text.append("a\u001b[31m\nb\n\n"));
        new Style().print(false, file, text -> text.append("a\u001b[31m\nb\n\n"));

        assertThat(terminal).hasToString("a\\u001b[31m\nb\n\n");
        assertThat(file).hasToString("a\u001b[31m\nb\n\n");
    }

    @Test
    void several_files_are_added_up() {
        jprof("report FILE FILE -c ncalls,name -f csv -l sin");

        assertThat(printed()).contains("69105884,{java.lang.Math.sin}");
    }

    @Test
    void callers_and_callees_are_sorted_and_limited() {
        jprof("callers FILE add --limit 1");
        assertThat(printed())
                .contains("com.acme.Work.add(Work.java:40) was called by:", "List reduced from 2 to 1", "Main.main")
                .doesNotContain("[root]");

        out.reset();
        jprof("callees FILE main --raw --sort calls -f csv");
        assertThat(printed().lines().skip(1))
                .containsExactly(
                        "com.acme.Main.main(Main.java:12),com.acme.Work.add(Work.java:40),1000,1000,1,1.25",
                        "com.acme.Main.main(Main.java:12),com.acme.Work.fib(Work.java:30),1,1,0.0002,0.0032");
    }

    @Test
    void callers_in_the_style_of_pstats_limit_the_methods() {
        jprof("callers FILE Work --raw --style pstats --sort name --limit 1");

        assertThat(printed()).isEqualTo("""
                           Ordered by: function name
                           List reduced from 4 to 2 due to restriction <'Work'>
                           List reduced from 2 to 1 due to restriction <1>

                        Function                         was called by...
                                                             ncalls  tottime  cumtime
                        Work.java:40(com.acme.Work.add)  <-    1000    1.000    1.250  Main.java:12(com.acme.Main.main)


                        """);
    }

    @Test
    void tree_says_what_it_leaves_out() {
        jprof("tree FILE --raw");

        assertThat(printed())
                .contains(
                        "   1.254  93.3%                     main\n",
                        "   0.250  18.6%    0.250 34,552,942    |  `- {java.lang.Math.sin}\n",
                        "   0.003   0.2%                 177    `- [1 cheaper call path]\n");
    }

    @Test
    void paths_can_be_cut_and_threads_chosen() {
        jprof("report FILE --hide fib --columns name -f csv");
        assertThat(printed()).doesNotContain("fib").contains("main");

        out.reset();
        jprof("report FILE --thread pool --by thread -c ncalls,name -f csv");
        assertThat(printed().lines().skip(1)).containsExactly("7,pool-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report FILE", "callers FILE main", "callees FILE main", "tree FILE"})
    void every_verb_that_prints_data_prints_it_as_json_too(String command) {
        assertThat(jprof(command + " --format json")).isZero();

        assertThat(printed())
                .startsWith("{\"format\":\"jprof-")
                .contains("\"selfNs\":1343700000")
                .endsWith("}\n");
    }

    @Test
    void merge_and_export_write_files() throws IOException {
        Path merged = folder.resolve("merged.json.gz");
        Path exported = folder.resolve("p.prof");

        assertThat(jprof("merge FILE FILE -o " + merged)).isZero();
        assertThat(jprof("export " + merged + " --to pstats -o " + exported)).isZero();
        assertThat(jprof("report " + merged + " -o " + folder.resolve("report.txt")))
                .isZero();

        assertThat(Files.readAllBytes(exported)).startsWith('{');
        assertThat(folder.resolve("report.txt")).content().contains("2 profiles, 4 threads");
        assertThat(printed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "            | [main tid=1];com/acme/Main.main;com/acme/Work.add 896340174",
                "            | [main tid=1];[probes] 138216477",
                "--raw       | [main tid=1];com/acme/Main.main;com/acme/Work.add 1000000000",
                "--metric self --raw | [pool-1 tid=12];com/acme/Work.add 90000000",
                "--metric calls      | [main tid=1];com/acme/Main.main;com/acme/Work.fib;com/acme/Work.fib 176",
                "--metric calls      | [main tid=1];com/acme/Main.main;com/acme/Work.add;java/lang/Math.sin 34552942"
            })
    void collapsed_stacks_have_the_number_that_is_asked_for(@Nullable String options, String line) {
        Path stacks = folder.resolve("stacks.txt");

        assertThat(jprof("export FILE --to collapsed -o " + stacks + (options == null ? "" : " " + options)))
                .isZero();

        assertThat(stacks).content().contains(line + "\n");
    }

    @Test
    void stacks_that_were_imported_are_exported_and_imported_the_same_again() throws IOException {
        Path stacks = Files.writeString(
                folder.resolve("a.txt"), "[main tid=1];app/A.a(I)V;b c 3\n[main tid=1];app/A.a(I)V 4\n");
        Path profile = folder.resolve("a.json");
        Path exported = folder.resolve("b.txt");
        Path again = folder.resolve("b.json");

        assertThat(jprof("import " + stacks + " -o " + profile)).isZero();
        assertThat(jprof("export " + profile + " --to collapsed -o " + exported))
                .isZero();
        assertThat(jprof("import " + exported + " -o " + again)).isZero();

        assertThat(again).hasSameTextualContentAs(profile);
        assertThat(exported).content().contains("[main tid=1];app/A.a(I)V;b c 3\n");
        assertThat(jprof("export " + profile + " --to collapsed --metric blocked -o " + exported))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString(UTF_8)).contains("--metric knows no 'blocked'").contains("samples");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repotr FILE",
                "report",
                "report missing.json",
                "report src",
                "report pom.xml",
                "report FILE --sort tottme",
                "report FILE --sort cum",
                "report FILE --sort time,",
                "report FILE --limit -1",
                "report FILE --limit 1.5",
                "report FILE --limit (",
                "report FILE --columns ncals",
                "report FILE --by method,class",
                "report FILE --unit m",
                "report FILE --format xml",
                "report FILE --style cprofile",
                "report FILE --style pstats --format json",
                "report FILE --style pstats --columns name",
                "report FILE --focus [a",
                "report FILE --thread *",
                "report FILE --srot time",
                "report FILE --sort",
                "report FILE -o missing/p.txt",
                "report FILE -o src",
                "callers FILE",
                "callers FILE [",
                "callees FILE main extra",
                "tree FILE --min 101",
                "tree FILE --min NaN",
                "tree FILE --min x",
                "merge FILE",
                "merge FILE missing.json -o p.json",
                "export FILE --to pprof -o p",
                "export FILE -o p",
                "export FILE --to collapsed --metric cals -o p",
                "export FILE --to collapsed --metric alloc -o p",
                "export FILE --to pstats --metric calls -o p",
            })
    void what_is_wrong_is_said_in_a_line_with_exit_code_2(String command) {
        assertThat(jprof(command)).isEqualTo(ExitCodes.USAGE);

        List<String> lines = err.toString(UTF_8).lines().toList();
        assertThat(lines.get(0)).startsWith("jprof").hasSizeBetween(20, 280);
        assertThat(lines.stream().skip(1)).allMatch(line -> line.startsWith("Try 'jprof"));
        assertThat(printed()).isEmpty();
    }

    @Test
    void near_words_are_proposed() {
        jprof("repotr FILE");
        jprof("report FILE --srot time");
        jprof("export FILE --to pstat -o p");
        jprof("report FILE --columns ncals");

        assertThat(err.toString(UTF_8))
                .contains("did you mean 'report'", "did you mean --sort", "are pstats", "are ncalls, pcalls");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void a_reader_that_went_away_ends_the_command_quietly_and_a_full_disk_does_not(int columns) {
        String[] report = words("report FILE --columns " + "name,".repeat(columns) + "name");

        assertThat(Main.run(report, new BrokenStream("Broken pipe"), err)).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();

        assertThat(Main.run(report, new BrokenStream("No space left on device"), err))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString(UTF_8))
                .isEqualTo("jprof: standard output cannot be written: No space left on device\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "callers", "callees", "tree", "merge", "export"})
    void help_fits_eighty_columns(String verb) {
        assertThat(jprof(verb + " --help")).isZero();

        assertThat(printed().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "report --version", "merge -V"})
    void every_verb_knows_its_version(String command) {
        assertThat(jprof(command)).isZero();

        assertThat(printed()).startsWith("jprof ").hasLineCount(1);
    }

    private int jprof(String command) {
        return Main.run(words(command), out, err);
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(word.equals("FILE") ? FILE : word);
        }
        return words.toArray(new String[0]);
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    private static final class BrokenStream extends OutputStream {
        private final String message;

        BrokenStream(String message) {
            this.message = message;
        }

        @Override
        public void write(int oneByte) throws IOException {
            throw new IOException(message);
        }
    }
}
