package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether {@code jprof run} is the program that it runs: arguments, environment, streams, signals, exit code. */
class LauncherIT {
    private static final String[] HARD_ARGUMENTS = {
        "arguments",
        "a b",
        "",
        "it's",
        "\"q\"",
        "\\",
        "\\n",
        "$HOME",
        "`x`",
        "*",
        "new\nline\n",
        "\t",
        "--",
        "-h",
        "@x",
        "ü€😀",
        ";&|"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"C.UTF-8", "C", "xx_XX.UTF-8"})
    void program_gets_its_arguments_as_they_are(String locale) throws Exception {
        Map<String, String> environment = Map.of("LC_ALL", locale);
        String bare = Launched.start(folder, environment, Launched.echo(HARD_ARGUMENTS))
                .end()
                .out();

        for (List<String> options : List.of(List.<String>of(), List.of("--report", "--include", "none"))) {
            Launched.Ended ended = Launched.start(
                            folder, environment, Launched.runOf(options, Launched.echo(HARD_ARGUMENTS)))
                    .end();

            assertThat(ended.out()).as("%s", options).startsWith(bare);
            assertThat(ended.exitCode()).isZero();
        }
    }

    /** The last of them is not installed, as many that come along with ssh. */
    @ParameterizedTest
    @ValueSource(strings = {"C.UTF-8", "C", "xx_XX.UTF-8"})
    void a_file_may_have_any_name_in_any_locale(String locale) throws Exception {
        Files.copy(Path.of("src/test/resources/profiles/small.json"), folder.resolve("größe.json"));

        Launched.Ended ended = Launched.start(
                        folder, Map.of("LC_ALL", locale), List.of(Launched.LAUNCHER, "report", "größe.json"))
                .end();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check --new FILE --rule 'calls(*) <= 99999999' -f json", "export FILE --to collapsed"})
    void output_that_is_redirected_to_a_file_stays_whole(String verb) throws Exception {
        String file = Path.of("src/test/resources/profiles/small.json")
                .toAbsolutePath()
                .toString();
        String command = Launched.LAUNCHER + " " + verb.replace("FILE", file) + " -o ";

        String alone = Launched.run(folder, List.of("sh", "-c", command + "alone; cat alone"))
                .out();
        String among = Launched.run(folder, List.of("sh", "-c", "echo before; " + command + "/dev/stdout; echo after"))
                .out();
        Launched.Ended unread = Launched.run(folder, List.of("sh", "-c", command + "/dev/stdout | true"));

        String own = verb.startsWith("check") ? alone.substring(alone.indexOf('{')) : alone;
        assertThat(among).startsWith("before\n").contains(own).endsWith("after\n");
        assertThat(unread.err()).isEmpty();
    }

    @Test
    void program_gets_its_environment_and_input_as_they_are() throws Exception {
        Map<String, String> environment =
                Map.of("LANG", "C", "LC_ALL", "", "LC_CTYPE", "", "version", "1", "home", "x", "link", "y");
        for (String what : List.of("environment", "input")) {
            String expected = Launched.start(folder, environment, inShell(Launched.echo(what)))
                    .end()
                    .out();

            Launched.Ended ended = Launched.start(folder, environment, Launched.runOf(List.of(), Launched.echo(what)))
                    .end();
            Launched.Ended waited = Launched.start(
                            folder, environment, Launched.runOf(List.of("--report"), Launched.echo(what)))
                    .end();

            assertThat(ended.out()).isEqualTo(expected);
            assertThat(waited.out()).startsWith(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "7", "255"})
    void exit_code_is_the_programs_own(int exitCode) throws Exception {
        List<String> program = Launched.echo("exit", Integer.toString(exitCode));

        assertThat(Launched.run(folder, Launched.runOf(List.of(), program)).exitCode())
                .isEqualTo(exitCode);
        assertThat(Launched.run(folder, Launched.runOf(List.of("--report"), program))
                        .exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void launcher_becomes_the_program() throws Exception {
        Launched launched = Launched.start(folder, Map.of(), Launched.runOf(List.of(), Launched.echo("wait")));

        assertThat(launched.programPid()).isEqualTo(launched.pid());

        launched.signal("TERM");
        assertThat(launched.end().exitCode()).isEqualTo(143);
        assertThat(folder.resolve("profile.json")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void waiting_launcher_passes_signals_on_and_prints_the_table(String signal, int exitCode) throws Exception {
        Launched launched =
                Launched.start(folder, Map.of(), Launched.runOf(List.of("--report"), Launched.echo("wait")));
        assertThat(launched.programPid()).isNotEqualTo(launched.pid());

        launched.signal(signal);

        Launched.Ended ended = launched.end();
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.out()).contains("function calls", "Echo.main");
    }

    @Test
    void table_is_sorted_and_limited_as_asked() throws Exception {
        Launched.Ended ended = Launched.run(
                folder, Launched.runOf(List.of("--sort", "name", "--limit", "0"), Launched.echo("arguments")));

        assertThat(ended.out()).contains("Ordered by: function name", "due to restriction <0>");
    }

    @Test
    void file_name_has_the_process_id_and_the_start_time() throws Exception {
        Launched.Ended ended = Launched.run(
                folder, Launched.runOf(List.of("-o", "a b,%p-%t.json.gz", "--report"), Launched.echo("arguments")));

        assertThat(ended.out()).contains("Echo.main");
        assertThat(names()).anyMatch(name -> name.matches("a b,\\d+-\\d{8}-\\d{6}\\.json\\.gz"));
    }

    @Test
    void every_jvm_of_another_command_writes_its_own_profile() throws Exception {
        List<String> twice = new ArrayList<>(List.of("sh", "-c", "\"$@\" && cd / && \"$@\"", "sh"));
        twice.addAll(Launched.echo("environment"));

        Launched.Ended ended = Launched.start(
                        folder,
                        Map.of("JAVA_TOOL_OPTIONS", "-Dkept=yes"),
                        Launched.runOf(List.of("-o", "it's a.json", "--report"), twice))
                .end();

        assertThat(names())
                .filteredOn(name -> name.matches("it's a-\\d+\\.json"))
                .hasSize(2);
        assertThat(ended.out())
                .contains("JAVA_TOOL_OPTIONS=-Dkept=yes \"-javaagent:")
                .contains("Echo.main");
    }

    @Test
    void jar_and_argument_file_are_understood() throws Exception {
        Path jar = folder.resolve("echo.jar");
        Launched.run(
                folder,
                List.of(
                        Path.of(Launched.JAVA).resolveSibling("jar").toString(),
                        "cfe",
                        jar.toString(),
                        Echo.class.getName(),
                        "-C",
                        Path.of("target/test-classes").toAbsolutePath().toString(),
                        Echo.class.getName().replace('.', '/') + ".class"));
        Files.writeString(folder.resolve("args"), "-jar echo.jar exit 5");

        assertThat(Launched.run(folder, Launched.runOf(List.of(), List.of("echo.jar", "exit", "4")))
                        .exitCode())
                .isEqualTo(4);
        assertThat(Launched.run(folder, Launched.runOf(List.of(), List.of(Launched.JAVA, "@args")))
                        .exitCode())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "2, --flie x -- java, --file",
        "2, --jdk all -- java, expects off or calls",
        "2, --config nosuch -- java, cannot read config file",
        "2, --sort bogus -- java, unknown sort key",
        "2, --limit ( -- java, bad regular expression",
        "2, --, which program?",
        "127, -- nosuch-program x, nosuch-program: command not found",
        "127, -- nosuch.jar, nosuch.jar: no such file",
        "126, -- ./plain, ./plain: cannot be executed",
    })
    void what_is_wrong_is_said_before_anything_starts(int exitCode, String arguments, String reason) throws Exception {
        Files.createFile(folder.resolve("plain"));
        List<String> command = new ArrayList<>(List.of(Launched.LAUNCHER, "run"));
        command.addAll(List.of(arguments.split(" ")));

        Launched.Ended ended = Launched.run(folder, command);

        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.err().lines().findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("jprof run: ").contains(reason));
        assertThat(ended.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void launcher_works_through_links_and_in_folders_with_spaces() throws Exception {
        Path moved = folder.resolve("a folder's name");
        try (Stream<Path> files = Files.walk(Launched.DISTRIBUTION)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        moved.resolve(Launched.DISTRIBUTION.relativize(file).toString()));
            }
        }
        Files.createSymbolicLink(moved.resolve("relative"), Path.of("bin/jprof"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), moved.resolve("relative"));
        List<String> command = new ArrayList<>(List.of(link.toString(), "run", "--"));
        command.addAll(Launched.echo("exit", "3"));

        assertThat(Launched.run(folder, command).exitCode()).isEqualTo(3);
    }

    @Test
    void agent_jar_is_printed_for_use_by_hand() throws Exception {
        String jar = Launched.run(folder, List.of(Launched.LAUNCHER, "agent-jar"))
                .out()
                .strip();
        List<String> byHand = Launched.echo("exit", "6");
        byHand.add(1, "-javaagent:" + jar + "=file=by-hand.json");

        assertThat(Launched.run(folder, byHand).exitCode()).isEqualTo(6);
        assertThat(folder.resolve("by-hand.json")).isNotEmptyFile();
    }

    @Test
    void demo_prints_its_table_and_says_where_the_profile_is() throws Exception {
        Launched.Ended ended = Launched.run(
                folder,
                List.of(Launched.LAUNCHER, "demo", "--scale", "0.001", "--jdk", "calls", "--file", "demo.json"));

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .contains("Running the CPU-bound task", "171,796", "34,552", "{java.lang.Math.sin}")
                .contains("The profile is in " + folder.toRealPath().resolve("demo.json"));
    }

    /** A shell may add variables of its own, so the bare program is started by one too. */
    private static List<String> inShell(List<String> program) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\"", "sh"));
        command.addAll(program);
        return command;
    }

    private List<String> names() {
        return List.of(folder.toFile().list());
    }
}
