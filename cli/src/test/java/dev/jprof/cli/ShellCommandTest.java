package dev.jprof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Commands from a pipe. */
class ShellCommandTest {
    private static final String FILE = "src/test/resources/profiles/small.json";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stats                       | report FILE",
                "stats com 2                 | report FILE --limit com --limit 2",
                "sort calls; reverse; stats  | report FILE --sort calls --reverse",
                "sort ti na; stats 0.5       | report FILE --sort ti,na --limit 0.5",
                "callers add                 | callers FILE add",
                "callees main                | callees FILE main",
                "tree                        | tree FILE",
                "tree 20                     | tree FILE --min 20",
                "tree 0 fib                  | tree FILE --min 0 --focus fib",
                "add FILE; stats             | report FILE FILE",
                "diff FILE                   | diff FILE FILE"
            })
    void what_is_printed_is_what_the_verb_prints(String typed, String verb) {
        shell(typed.strip().replace("; ", "\n"), FILE);
        String printed = out.toString(UTF_8);
        out.reset();
        assertThat(Main.run(verb.strip().replace("FILE", FILE).split(" "), out, err))
                .isZero();

        assertThat(printed).isNotEmpty().isEqualTo(out.toString(UTF_8));
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void what_can_be_no_name_of_a_file_is_said_and_the_shell_goes_on() {
        assertThat(shell("html a\0b\ndiff a\0b\nread a\0b\nstats 0", FILE)).isZero();

        assertThat(err.toString(UTF_8).lines())
                .hasSize(3)
                .allMatch(line -> line.contains("'a\\u0000b' is no name of a file"));
        assertThat(out.toString(UTF_8)).contains("due to restriction <0>");
    }

    @Test
    void from_a_pipe_there_are_results_and_nothing_else() {
        assertThat(shell("sort calls\nreverse\nstrip\nquit\nstats", FILE)).isZero();

        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stts             | there is no command 'stts'; did you mean 'stats'? 'help' lists all",
                "read gone.json   | gone.json: no such file; record one with: jprof run -- java ...",
                "add              | which file? 'help add' says how",
                "diff             | which base? 'help diff' says how",
                "stats (          | bad regular expression '(': Unclosed group",
                "tree 101         | 101.0 is no share from 0 to 100 percent",
                "help me          | *** No help on me",
                "html gone/x.html | cannot write gone/x.html: its directory does not exist"
            })
    void a_mistake_is_one_line_and_the_shell_goes_on(String typed, String said) {
        assertThat(shell(typed.strip() + "\nstats 1\n", FILE)).isZero();

        assertThat(err.toString(UTF_8)).isEqualTo("jprof shell: " + said + "\n");
        assertThat(out.toString(UTF_8)).contains("List reduced from 5 to 1");
    }

    @Test
    void a_wrong_share_is_left_out_and_the_rest_is_done() {
        shell("stats 2.5 1", FILE);

        assertThat(err.toString(UTF_8)).isEqualTo("jprof shell: Fraction argument must be in [0, 1]\n");
        assertThat(out.toString(UTF_8)).contains("<1>");
    }

    @Test
    void without_a_profile_every_command_but_help_says_so() {
        shell("stats\nsort\nread\nhelp\nread FILE\nstats 1".replace("FILE", FILE));

        assertThat(err.toString(UTF_8)).isEqualTo("""
                jprof shell: No statistics object is loaded.
                jprof shell: No statistics object is loaded.
                jprof shell: No statistics object is current -- cannot reload.
                """);
        assertThat(out.toString(UTF_8)).contains("callees ", "List reduced from 5 to 1");
    }

    @Test
    void strip_takes_packages_out_of_names_and_outlasts_an_addition() {
        shell("strip\nadd " + FILE + "\nstats", FILE);

        assertThat(out.toString(UTF_8))
                .contains("    2,014 ", " Work.add(Work.java:40)\n", " {Math.sin}\n")
                .doesNotContain("com.acme");
    }

    @Test
    void what_can_not_be_added_changes_nothing() throws IOException {
        Path large = Files.writeString(
                folder.resolve("large.json"),
                Files.readString(Path.of(FILE)).replace("[0, 1, 1, 176, 1000,", "[0, 1, 1, 176, 9223372036820000000,"));
        shell("add " + large + "\nstats 1", FILE);

        assertThat(err.toString(UTF_8)).isEqualTo("jprof shell: the sum does not fit into 64 bits; nothing changed\n");
        assertThat(out.toString(UTF_8)).contains("List reduced from 5 to 1");
    }

    @Test
    void an_empty_line_is_the_last_command_again() {
        shell("stats 1\n\n", FILE);

        assertThat(out.toString(UTF_8).split("List reduced", -1)).hasSize(3);
    }

    @Test
    void sort_without_a_known_key_lists_all() {
        shell("sort foo", FILE);

        assertThat(out.toString(UTF_8))
                .startsWith("Valid sort keys (unique prefixes are accepted):\ncalls -- call count\n")
                .endsWith("cumalloc -- cumulative allocated bytes\n");
    }

    @Test
    void profiles_that_differ_are_compared_when_told_to() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.json"),
                Files.readString(Path.of(FILE)).replace("[0, 1, 1, 176, 1000,", "[0, 1, 1, 176, 1500,"));
        shell("diff " + other + " --counts 3", FILE);

        assertThat(out.toString(UTF_8)).contains("com.acme.Work.add", "1,507", "1,007");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void the_page_of_what_is_loaded_is_written() throws IOException {
        Path page = folder.resolve("page.html");
        Path verbs = folder.resolve("verb.html");
        shell("html " + page + "\nstats 1", FILE);
        Main.run(new String[] {"html", FILE, "-o", verbs.toString()}, out, err);

        assertThat(page).hasSameTextualContentAs(verbs).content().contains("</html>");
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(out.toString(UTF_8)).contains("List reduced from 5 to 1");
    }

    private int shell(String typed, String... files) {
        Console console = Console.of(out, err, false);
        ByteArrayInputStream input =
                new ByteArrayInputStream(typed.replace("FILE", FILE).getBytes(UTF_8));
        return new CommandLine(new ShellCommand(console, input)).execute(files);
    }
}
