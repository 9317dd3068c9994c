package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a program ends, its profile is there and its exit code is its own. */
class EndingsIT {
    private static final String SOURCE = """
            package app;

            public class Ending {
                static void step() {}
                static void exit() { System.exit(7); }
                static void fail() { throw new IllegalStateException("uncaught"); }
                static void halt() { Runtime.getRuntime().halt(9); }
                static void spin() { while (true) { step(); nap(); } }
                static void nap() {
                    try { Thread.sleep(1); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                }
                static void daemon() throws InterruptedException {
                    Thread thread = new Thread(Ending::spin, "spinner");
                    thread.setDaemon(true);
                    thread.start();
                    Thread.sleep(300);
                }
                static void pause(String millis) throws InterruptedException { Thread.sleep(Long.parseLong(millis)); }
                static void phases() throws InterruptedException {
                    early();
                    pause("1500");
                    late();
                }
                static void early() { System.out.println("early"); }
                static void late() { System.out.println("late"); }
                public static void main(String[] args) throws Exception {
                    for (int i = 0; i < 1000; i++) step();
                    System.out.println("ready");
                    switch (args[0]) {
                        case "exit": exit(); break;
                        case "fail": fail(); break;
                        case "halt": halt(); break;
                        case "spin": spin(); break;
                        case "daemon": daemon(); break;
                        case "phases": phases(); break;
                        default:
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    private Target target() {
        return Target.of(folder, 8, "app.Ending", SOURCE);
    }

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @CsvSource({"return, 0", "exit, 7", "fail, 1"})
    void the_exit_code_is_the_programs_own(String way, int exitCode) {
        ChildJvm.Ended ended = target().runsTheSame(ChildJvm.in(folder), "include=app.*", way);

        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(Counts.of(ended.profile()).calls("app.Ending.step")).isEqualTo(1000);
    }

    @Test
    void a_halt_leaves_no_half_written_file() {
        ChildJvm.Ended ended = target().runsTheSame(ChildJvm.in(folder), "include=app.*", "halt");

        assertThat(ended.exitCode()).isEqualTo(9);
        assertThat(Target.filesIn(folder)).noneMatch(name -> name.contains("profile"));
    }

    @Test
    void system_exit_leaves_its_callers_open() {
        ChildJvm.Ended ended = target().runsTheSame(ChildJvm.in(folder), "include=app.*", "exit");

        Counts counts = Counts.of(ended.profile());
        assertThat(counts.of("app.Ending.exit")).isEqualTo(new Counts.Row(1, 1, 0, 1));
        assertThat(counts.of("app.Ending.main")).isEqualTo(new Counts.Row(1, 1, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void a_signal_writes_the_profile(String signal, int exitCode) throws Exception {
        Process process = target().start(ChildJvm.in(folder).withAgent("include=app.*"), "spin");
        await(() -> out().contains("ready"));

        kill(signal, process);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        ChildJvm.Ended ended = ChildJvm.in(folder).ended(process.exitValue());
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.err()).isEmpty();
        assertThat(Counts.of(ended.profile()).of("app.Ending.spin")).isEqualTo(new Counts.Row(1, 1, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_snapshot_survives_kill_9(Jdk jdk) throws Exception {
        Process process = target().start(ChildJvm.on(jdk, folder).withAgent("include=app.*,every=0.2"), "spin");
        await(() -> Files.exists(folder.resolve("profile.json")));

        kill("KILL", process);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Counts counts = Counts.of(ChildJvm.in(folder).ended(137).profile());
        assertThat(counts.calls("app.Ending.step")).isGreaterThanOrEqualTo(1000);
        assertThat(counts.of("app.Ending.spin")).isEqualTo(new Counts.Row(1, 1, 0, 1));
    }

    @Test
    void a_thread_that_still_runs_counts_with_what_is_visible() {
        ChildJvm.Ended ended = target().runsTheSame(ChildJvm.in(folder), "include=app.*", "daemon");

        Counts counts = Counts.of(ended.profile());
        assertThat(counts.of("app.Ending.spin")).isEqualTo(new Counts.Row(1, 1, 0, 1));
        assertThat(counts.calls("app.Ending.step")).isGreaterThan(1000);
    }

    @Test
    void delay_leaves_out_what_comes_before_it() {
        ChildJvm.Ended ended = target().runsTheSame(ChildJvm.in(folder), "include=app.*,delay=1", "phases");

        Counts counts = Counts.of(ended.profile());
        assertThat(counts.calls("app.Ending.early")).isZero();
        assertThat(counts.calls("app.Ending.late")).isEqualTo(1);
    }

    @Test
    void duration_leaves_out_what_comes_after_it() {
        ChildJvm.Ended ended = target().runsTheSame(ChildJvm.in(folder), "include=app.*,duration=1", "phases");

        Counts counts = Counts.of(ended.profile());
        assertThat(counts.calls("app.Ending.early")).isEqualTo(1);
        assertThat(counts.calls("app.Ending.late")).isZero();
        assertThat(ended.profile().meta().text("reason", "")).isEqualTo("duration");
    }

    private String out() {
        return ChildJvm.in(folder).ended(0).out();
    }

    /** A program may wait until it has one thread left. */
    @ParameterizedTest
    @ValueSource(strings = {"every=1s", "duration=100s", "mode=sample,engine=stacks"})
    void the_agents_threads_are_none_of_the_programs(String options) {
        Target waiting = Target.of(folder.resolve("waiting"), 8, "app.Waiting", """
                package app;

                public class Waiting {
                    public static void main(String[] args) throws Exception {
                        Thread other = new Thread(new Runnable() { @Override public void run() {} });
                        other.start();
                        while (Thread.activeCount() > 1) Thread.sleep(1);
                        System.out.println("alone");
                    }
                }
                """);

        assertThat(waiting.run(ChildJvm.in(folder).withAgent(options)).out()).isEqualTo("alone\n");
    }

    private static void kill(String signal, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** The child's progress is seen through its files alone. */
    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
