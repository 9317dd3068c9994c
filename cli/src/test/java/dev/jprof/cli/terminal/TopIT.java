package dev.jprof.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.truth.Built;
import dev.jprof.report.io.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jprof top} on a program that runs, at a terminal. */
@InTmux
class TopIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    private Path folder;

    @Test
    void a_program_is_watched_and_left_as_it_was() throws IOException, InterruptedException {
        Process program = busy(300);
        try (Screen screen = Screen.open(folder, 100, 16)) {
            screen.type("jprof top " + program.pid(), "Enter")
                    .shows("methods by self, last: .* calls\n self%.*method\n");
            screen.shows("\n +\\d.*  dev\\.jprof\\.cli\\.terminal\\.Busy\\.spin\n");
            screen.type("t").shows("methods by total");
            screen.type("i").shows("by total, since start");
            screen.type("3").shows("\n.* \\+ main\n");
            screen.type("Right").shows("- main\n.*  [+-] dev");
            screen.type("Right", "Down", "Enter").shows("- dev.*Busy\\.");
            screen.type("1", "/", "store", "Enter").shows("<store>.*\n.*method\n.*Busy\\.store\n\n");
            screen.type("Escape", "p").shows("PAUSED");
            screen.type("p", "w").shows("wrote snapshot-1\\.json");
            screen.type("2").shows("threads by total");
            screen.type("?").shows("count from now");
            screen.type("?", "1", "i");
            screen.resize(40, 12);
            assertThat(screen.shows("total%     calls  method\n").lines()).allMatch(line -> line.length() <= 40);
            screen.type("q").shows("ready>$");
            expectCookedMode(screen);

            screen.type("clear; jprof status " + program.pid(), "Enter").shows("recording +(nothing|ended)");
        } finally {
            program.destroyForcibly();
        }
        assertThat(ProfileReader.read(folder.resolve("snapshot-1.json")).methods())
                .anyMatch(method -> method.name().equals("spin"));
    }

    @Test
    void control_c_and_the_programs_end_restore_the_terminal() throws IOException, InterruptedException {
        Process program = busy(300);
        try (Screen screen = Screen.open(folder, 100, 20)) {
            screen.type("jprof top " + program.pid(), "Enter").shows("Busy\\.spin\n");
            screen.type("C-c").shows("ready>$");
            expectCookedMode(screen);

            screen.type("clear; NO_COLOR=1 jprof top " + program.pid(), "Enter").shows("Busy\\.spin\n");
            assertThat(screen.coloured()).doesNotContain("\u001b[31m", "\u001b[33m");
            program.destroyForcibly().waitFor();
            assertThat(screen.shows("process " + program.pid() + " has ended(?s:.*)ready>$"))
                    .contains("Busy.spin", "Busy.store");
            expectCookedMode(screen);
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void control_z_gives_the_terminal_back_until_fg() throws IOException, InterruptedException {
        Process program = busy(300);
        try (Screen screen = Screen.open(folder, 100, 20)) {
            screen.type("jprof top " + program.pid(), "Enter").shows("Busy\\.spin\n");
            screen.type("C-z");
            assertThat(screen.shows("ready>$")).doesNotContain("Busy.spin");
            expectCookedMode(screen);

            screen.type("fg", "Enter").shows("methods by self(?s:.*)Busy\\.spin\n");
            screen.type("2").shows("threads by self");
            screen.type("C-z").shows("ready>$");
            screen.type("fg", "Enter").shows("threads by self");
            screen.type("q");
            assertThat(screen.shows("ready>$")).doesNotContain("threads by self");
            expectCookedMode(screen);
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void through_a_pipe_there_is_a_table_a_second() throws IOException, InterruptedException {
        Process program = busy(300);
        try (Screen screen = Screen.open(folder, 120, 40)) {
            screen.type("jprof top -n 2 " + program.pid() + " | cat; echo ended", "Enter");
            String printed = screen.shows("\nended\n");
            assertThat(printed.split("Busy\\.spin\n", -1)).hasSize(3);
            screen.type("jprof top nobody; echo code $?", "Enter").shows("jprof top: .*'nobody'.*\ncode [23]");
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void a_recording_that_was_there_before_is_watched_and_goes_on() throws IOException, InterruptedException {
        Path profile = folder.resolve("whole.json");
        Process program =
                busy(300, "-javaagent:" + Built.jar("agent") + "=include=dev.jprof.cli.terminal.*,file=" + profile);
        try (Screen screen = Screen.open(folder, 100, 20)) {
            screen.type("jprof top " + program.pid(), "Enter").shows("by self, last(?s:.*)Busy\\.spin\n");
            screen.type("i").shows("by self, since start(?s:.*)Busy\\.store\n");
            screen.type("3").shows("\n.* [+] main\n");
            screen.type("q").shows("ready>$");
            expectCookedMode(screen);

            screen.type("clear; jprof status " + program.pid(), "Enter").shows("recording +for .*, since");
            screen.type("clear; jprof stop " + program.pid() + "; echo code $?", "Enter")
                    .shows("whole\\.json(?s:.*)code 0\n");
        } finally {
            program.destroyForcibly();
        }
        assertThat(ProfileReader.read(profile).methods())
                .anyMatch(method -> method.name().equals("main"));
    }

    @Test
    void nothing_is_left_in_the_temporary_folder_by_what_is_refused() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process program = busy(300);
        try (Screen screen = Screen.open(folder, 120, 20)) {
            screen.type(
                    "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + temporary + " jprof top --mode sample " + program.pid()
                            + "; echo code $?",
                    "Enter");
            screen.shows("leave out --mode sample(?s:.*)code 2\n");
        } finally {
            program.destroyForcibly();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void a_program_that_does_not_answer_is_waited_for() throws IOException, InterruptedException {
        Process program = busy(300);
        try (Screen screen = Screen.open(folder, 110, 20)) {
            screen.type("jprof top " + program.pid(), "Enter").shows("Busy\\.spin\n");
            signal("-STOP", program);
            screen.shows("Busy\\.spin\n(?s:.*)\nthe program does not answer; waiting for it\n");
            signal("-CONT", program);
            screen.shows("Busy\\.spin\n(?s:.*)q quit");
            signal("-STOP", program);
            screen.shows("does not answer");
            screen.type("q").shows("jprof top: process " + program.pid() + " does not answer and is still recorded");
            expectCookedMode(screen);
            signal("-CONT", program);
            screen.type("clear; jprof stop " + program.pid() + "; echo code $?", "Enter")
                    .shows("\ncode 0\n");
        } finally {
            program.destroyForcibly();
        }
    }

    private static void signal(String name, Process program) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, String.valueOf(program.pid())).start().waitFor();
    }

    private static void expectCookedMode(Screen screen) throws IOException, InterruptedException {
        screen.type("clear; stty -a | grep -c ' icanon .* echo '", "Enter").shows("\n?1\nready>$");
    }

    private static Process busy(int seconds, String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(JAVA.toString(), "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+EnableDynamicAgentLoading"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", "target/test-classes", Busy.class.getName(), String.valueOf(seconds)));
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        program.inputReader().readLine();
        TimeUnit.MILLISECONDS.sleep(100);
        return program;
    }
}
