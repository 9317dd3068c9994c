package dev.jprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingVerbsTest {
    private final Typed typed = new Typed();

    @TempDir
    private Path folder;

    @Test
    void merge_and_export_write_files() throws IOException {
        Path merged = folder.resolve("merged.json.gz");
        Path exported = folder.resolve("p.prof");

        assertThat(typed.jprof("merge FILE FILE -o " + merged)).isZero();
        assertThat(typed.jprof("export " + merged + " --to pstats -o " + exported))
                .isZero();
        assertThat(typed.jprof("report " + merged + " -o " + folder.resolve("report.txt")))
                .isZero();

        assertThat(Files.readAllBytes(exported)).startsWith('{');
        assertThat(folder.resolve("report.txt")).content().contains("2 profiles, 4 threads");
        assertThat(typed.out()).isEmpty();
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

        assertThat(typed.jprof("export FILE --to collapsed -o " + stacks + (options == null ? "" : " " + options)))
                .isZero();

        assertThat(stacks).content().contains(line + "\n");
    }

    @Test
    void what_was_sampled_is_not_added_to_what_was_instrumented() throws IOException {
        Path stacks = Files.writeString(folder.resolve("a.txt"), "app/A.a;b 3\n");
        Path sampled = folder.resolve("a.json");
        typed.jprof("import " + stacks + " -o " + sampled);

        for (String command : List.of("merge FILE " + sampled + " -o " + stacks, "report FILE " + sampled)) {
            assertThat(typed.jprof(command)).isEqualTo(ExitCodes.USAGE);

            assertThat(typed.err())
                    .endsWith("small.json: can't be added to the other files: some were instrumented and some sampled;"
                            + " name those of one kind\n");
        }
        assertThat(stacks).hasContent("app/A.a;b 3");
    }

    @Test
    void what_no_page_can_show_together_is_refused() throws IOException {
        Path large = Files.writeString(folder.resolve("large.json"), """
                {"format":"jprof/1","meta":{},"metrics":[{"name":"calls","unit":"count"},{"name":"self","unit":"ns"}],
                "methods":[{"class":"a.B","name":"x","desc":"()V"},{"class":"a.B","name":"y","desc":"()V"}],
                "threads":[{"name":"main","id":1,"root":0}],
                "nodes":{"parent":[-1,0,0],"method":[-1,0,1],"calls":[0,4611686018427387904,4611686018427387004],"self":[0,1,1]}}
                """);

        assertThat(typed.jprof("html " + large + " --base FILE -o " + folder.resolve("p.html")))
                .isEqualTo(ExitCodes.USAGE);

        assertThat(typed.err()).contains("do not fit into 64 bits").hasLineCount(1);
    }

    /** A clock of processor time beside one of the wall makes differences of which none is the program's. */
    @Test
    void a_page_of_two_clocks_says_so() throws IOException {
        String profile = Files.readString(Path.of(Typed.FILE));
        Path wall = Files.writeString(
                folder.resolve("wall.json"), profile.replace("\"wallNs\"", "\"clock\": \"wall\", \"wallNs\""));
        Path cpu = Files.writeString(
                folder.resolve("cpu.json"), profile.replace("\"wallNs\"", "\"clock\": \"cpu\", \"wallNs\""));

        assertThat(typed.jprof("html " + cpu + " --base " + wall + " -o " + folder.resolve("p.html")))
                .isZero();

        assertThat(typed.err()).isEqualTo("jprof html: compared all the same: clock differs (wall and cpu)\n");
    }

    @Test
    void stacks_that_were_imported_are_exported_and_imported_the_same_again() throws IOException {
        Path stacks = Files.writeString(
                folder.resolve("a.txt"), "[main tid=1];app/A.a(I)V;b c 3\n[main tid=1];app/A.a(I)V 4\n");
        Path profile = folder.resolve("a.json");
        Path exported = folder.resolve("b.txt");
        Path again = folder.resolve("b.json");

        assertThat(typed.jprof("import " + stacks + " -o " + profile)).isZero();
        assertThat(typed.jprof("export " + profile + " --to collapsed -o " + exported))
                .isZero();
        assertThat(typed.jprof("import " + exported + " -o " + again)).isZero();

        assertThat(again).hasSameTextualContentAs(profile);
        assertThat(exported).content().contains("[main tid=1];app/A.a(I)V;b c 3\n");
        assertThat(typed.jprof("export " + profile + " --to collapsed --metric blocked -o " + exported))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(typed.err()).contains("--metric knows no 'blocked'").contains("samples");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "html IN -o IN",
                "html FILE IN -o IN",
                "html FILE --base IN -o IN",
                "html IN -o BESIDE",
                "report IN -o IN",
                "callers IN add -o IN",
                "callees IN add -o IN",
                "tree IN -o IN",
                "referee FILE IN -o IN",
                "diff IN FILE -o IN",
                "diff FILE IN -f html -o IN",
                "export IN --to pstats -o IN",
                "import IN -o IN",
                "check --new FILE --base IN --rule calls(a)<=1 -f json -o IN",
                "check --new IN --rule calls(a)<=1 -f json -o IN"
            })
    void what_is_only_read_is_never_written_over(String command) throws IOException {
        Path profile = Files.copy(Path.of(Typed.FILE), folder.resolve("in.json"));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), profile);

        int code = typed.jprof(command.replace("IN", profile.toString()).replace("BESIDE", link.toString()));

        assertThat(code).isEqualTo(ExitCodes.USAGE);
        assertThat(typed.err()).contains("name another file").hasLineCount(1);
        assertThat(profile).hasSameBinaryContentAs(Path.of(Typed.FILE));
    }

    @Test
    void a_sum_may_take_the_place_of_a_part() throws IOException {
        Path sum = Files.copy(Path.of(Typed.FILE), folder.resolve("sum.json"));

        assertThat(typed.jprof("merge " + sum + " FILE -o " + sum)).isZero();

        assertThat(typed.jprof("report " + sum)).isZero();
        assertThat(typed.out()).contains("2 profiles");
    }

    @Test
    void a_name_may_be_as_long_as_names_can_be() {
        Path page = folder.resolve("p".repeat(250) + ".html");

        assertThat(typed.jprof("html FILE -o " + page)).isZero();

        assertThat(page).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "html FILE -o /dev/full   | cannot write /dev/full: No space left on device",
                "merge FILE -o /dev/full  | cannot write /dev/full: No space left on device",
                "report FILE -o /dev/full | cannot write /dev/full: No space left on device",
                "html FILE -o -           | cannot write -: name a file (/dev/stdout is standard output)",
                "diff FILE FILE -o -      | cannot write -: name a file (/dev/stdout is standard output)",
                "html -                   | -: no such file; standard input is called /dev/stdin here",
                "diff - FILE              | -: no such file; standard input is called /dev/stdin here"
            })
    void what_cannot_be_written_or_read_is_said_with_its_name(String command, String problem) {
        assertThat(typed.jprof(command)).isEqualTo(ExitCodes.USAGE);

        assertThat(typed.err()).isEqualTo("jprof " + command.split(" ")[0] + ": " + problem + "\n");
    }
}
