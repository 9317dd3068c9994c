package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.MethodTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether {@code jprof record-runs} makes all runs that it was asked for, and none twice. */
class RecordRunsIT {
    @TempDir
    Path folder;

    @Test
    void both_programs_are_recorded_as_often_as_asked() throws Exception {
        Launched.Ended ended = record("3", work("1"), work("2"), "--jdk", "calls");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out().lines()).hasSize(7);
        assertThat(ended.out()).startsWith("1 of 6: ").endsWith("3 runs a side are in runs\n");
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "base/01.json",
                        "base/02.json",
                        "base/03.json",
                        "new/01.json",
                        "new/02.json",
                        "new/03.json",
                        "output.log",
                        "runs.properties");
        for (int run = 1; run <= 3; run++) {
            assertThat(calls("base/0" + run + ".json", "MixedWork.round")).isEqualTo(1);
            assertThat(calls("new/0" + run + ".json", "MixedWork.round")).isEqualTo(2);
        }
        assertThat(calls("new/01.json", "doFinal") + calls("new/01.json", "update"))
                .isPositive();
    }

    @Test
    void the_same_command_goes_on_after_an_interruption() throws Exception {
        Launched recording = Launched.start(folder, Map.of(), command("3", work("1"), work("1")));
        await("2 of 6: ");
        recording.signal("INT");
        Launched.Ended interrupted = recording.end();
        long before = files().stream().filter(file -> file.endsWith(".json")).count();
        List<Object> kept = List.of(
                Files.getLastModifiedTime(folder.resolve("runs/base/01.json")),
                Files.getLastModifiedTime(folder.resolve("runs/new/01.json")));

        Launched.Ended ended = record("3", work("1"), work("1"));

        assertThat(interrupted.exitCode()).isEqualTo(130);
        assertThat(before).isBetween(2L, 5L);
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out().lines()).hasSize((int) (6 - before) + 1);
        assertThat(files()).hasSize(8);
        assertThat(kept)
                .containsExactly(
                        Files.getLastModifiedTime(folder.resolve("runs/base/01.json")),
                        Files.getLastModifiedTime(folder.resolve("runs/new/01.json")));
    }

    @Test
    void a_killed_recording_leaves_nothing_half_done() throws Exception {
        Launched recording = Launched.start(folder, Map.of(), command("2", echo("wait"), echo("wait")));
        awaitUnfinished();
        recording.signal("KILL");
        recording.end();

        Launched.Ended other = record("1", echo("exit 0"), echo("wait"));
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder.toString()) && line.contains("Echo"))
                        .isPresent())
                .forEach(ProcessHandle::destroy);

        assertThat(files()).noneMatch(file -> file.endsWith(".json") && !file.startsWith("unfinished-"));
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("has runs with --base '", "Echo wait', not '", "name another folder");
    }

    @Test
    void one_at_a_time_records_into_a_folder() throws Exception {
        Launched recording = Launched.start(folder, Map.of(), command("1", echo("wait"), echo("wait")));
        awaitUnfinished();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        List<String> same = new ArrayList<>(command("1", echo("wait"), echo("wait")));
        same.set(same.indexOf("runs"), folder.resolve("runs").toString());
        Launched.Ended second = Launched.run(elsewhere, same);
        recording.signal("INT");
        recording.end();

        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err())
                .startsWith("jprof record-runs: another jprof record-runs is recording into ")
                .hasLineCount(1);
    }

    @Test
    void a_larger_number_adds_runs() throws Exception {
        record("1", work("1"), work("1"));
        Launched.Ended same = record("1", work("1"), work("1"));
        Launched.Ended more = record("2", work("1"), work("1"));

        assertThat(same.out()).isEqualTo("1 runs a side are in runs\n");
        assertThat(more.out().lines()).hasSize(3);
        assertThat(more.out()).startsWith("3 of 4: ");
    }

    @Test
    void other_options_are_other_runs() throws Exception {
        record("1", work("1"), work("1"));
        Launched.Ended ended = record("1", work("1"), work("1"), "--clock", "cpu");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains("runs has runs with options '', not 'clock=cpu'")
                .hasLineCount(1);
    }

    @Test
    void profiles_of_all_jvms_of_a_run_are_added_up() throws Exception {
        String twice = "sh -c '" + work("1") + " && cd / && " + work("2") + "'";

        Launched.Ended ended = record("1", twice, twice);

        assertThat(ended.err()).isEmpty();
        assertThat(calls("base/01.json", "MixedWork.round")).isEqualTo(3);
    }

    @Test
    void a_folder_may_be_called_like_what_the_agent_fills_in() throws Exception {
        Path here = Files.createDirectory(folder.resolve("%p-%t"));

        Launched.Ended ended = Launched.run(here, command("1", work("1"), work("1")));

        assertThat(ended.err()).isEmpty();
        assertThat(here.resolve("runs/base/01.json")).exists();
        assertThat(here.resolve("runs/new/01.json")).exists();
        assertThat(folder)
                .isDirectoryContaining(entry -> entry.equals(here))
                .isDirectoryNotContaining(entry -> !entry.equals(here));
    }

    @Test
    void a_program_that_fails_ends_the_recording() throws Exception {
        Launched.Ended ended = record("2", echo("exit 3"), echo("exit 3"));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .matches("jprof record-runs: the program of --(base|new) ended with exit code 3 in run (base|new) 1"
                        + " \\(all it said is in runs/output.log\\)\n");
        assertThat(files()).containsExactlyInAnyOrder("output.log", "runs.properties");
    }

    @Test
    void what_a_failing_program_said_is_repeated() throws Exception {
        Launched.Ended ended = record("1", "java NoSuchProgram", "java NoSuchProgram");

        assertThat(ended.err())
                .contains("ended with exit code 1", ": Error: Could not find or load main class NoSuchProgram");
    }

    @Test
    void a_program_without_a_jvm_is_an_error() throws Exception {
        Launched.Ended ended = record("1", "true", "true");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("wrote no profile in run ");
    }

    @Test
    void a_folder_of_other_things_is_left_alone() throws Exception {
        Files.createDirectories(folder.resolve("runs/src"));

        Launched.Ended ended = record("1", work("1"), work("1"));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("jprof record-runs: runs exists and is no folder of runs; name a new folder\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "0, java X, java X, `--runs must be from 1 to 1000, not 0`",
                "x, java X, java X, --runs",
                "1, nosuch-program, java X, --base: nosuch-program: command not found",
                "1, java X, nosuch.jar, --new: nosuch.jar: no such file",
                "1, java X, `  `, --new: which program?",
                "1, java 'X, java X, --base: a ' is not closed",
            })
    void what_is_wrong_is_said_before_anything_starts(String runs, String base, String current, String reason)
            throws Exception {
        Launched.Ended ended = record(runs, base, current);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("jprof record-runs: ")
                .contains(reason)
                .hasLineCount(2);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    private Launched.Ended record(String runs, String base, String current, String... options)
            throws IOException, InterruptedException {
        return Launched.run(folder, command(runs, base, current, options));
    }

    private static List<String> command(String runs, String base, String current, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Launched.DISTRIBUTION.resolve("bin/jprof").toString(),
                "record-runs",
                "--runs",
                runs,
                "--base",
                base,
                "--new",
                current,
                "-o",
                "runs"));
        command.addAll(List.of(options));
        return command;
    }

    private static String work(String rounds) {
        return program("dev.jprof.cli.record.MixedWork " + rounds);
    }

    private static String echo(String arguments) {
        return program(Echo.class.getName() + " " + arguments);
    }

    private static String program(String mainAndArguments) {
        return Launched.JAVA + " -cp " + Path.of("target/test-classes").toAbsolutePath() + " " + mainAndArguments;
    }

    private long calls(String profile, String method) throws IOException {
        return MethodTable.of(ProfileReader.read(folder.resolve("runs").resolve(profile))).rows().stream()
                .filter(row -> row.method().qualifiedName().endsWith(method))
                .mapToLong(row -> row.calls())
                .sum();
    }

    private List<String> files() throws IOException {
        Path runs = folder.resolve("runs");
        try (Stream<Path> files = Files.walk(runs)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> runs.relativize(file).toString())
                    .toList();
        }
    }

    private void await(String line) throws IOException, InterruptedException {
        for (long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < deadline; ) {
            if (Files.readString(folder.resolve("out")).contains(line)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IOException("never printed: " + line);
    }

    private void awaitUnfinished() throws IOException, InterruptedException {
        for (long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < deadline; ) {
            Path log = folder.resolve("runs/output.log");
            if (Files.exists(log) && Files.readString(log).contains("pid ")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IOException("the program never started");
    }
}
