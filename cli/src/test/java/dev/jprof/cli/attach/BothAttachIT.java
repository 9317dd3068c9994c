package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.calls;
import static dev.jprof.cli.attach.Rounds.jprof;
import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code attach --mode both}: phases with probes and phases that are sampled without, of a program that never stops working. */
class BothAttachIT {
    /** Of a round: it is met by samples surely when it works, which takes milliseconds, and seldom while it waits for the next line. */
    private static final int STEPS = 50_000;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    private static Jdk own() {
        return InstalledJdks.of(Runtime.version().feature()).orElseThrow();
    }

    /**
     * Counts fit nearly: each of the two phases begins and ends within a round, and there the methods of a thread that runs on are
     * read one after another, by a thread that may have to wait for a core meanwhile.
     */
    @ParameterizedTest
    @MethodSource("jdks")
    void both_profiles_are_written_and_compared(Jdk jdk) throws Exception {
        Path file = folder.resolve("p.json");
        try (Rounds program = Rounds.start(jdk, folder)) {
            CompletableFuture<Rounds.Said> both = CompletableFuture.supplyAsync(() -> jprof(
                    "attach", "--mode", "both", program.pid(), "-d", "7", "--include", "app.*", "-o", file.toString()));
            while (!both.isDone()) {
                program.make(STEPS);
            }
            Rounds.Said said = both.get(60, TimeUnit.SECONDS);

            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(said.err())
                    .contains("4 phases of 1.8 s, half of them with probes, half sampled without")
                    .contains("instrumented: " + file + "; sampled: " + folder.resolve("p-sampled.json"));
            assertThat(said.out()).contains(" probes sampled", "Rounds.step").containsPattern("samples of jdk\\.");
            Profile instrumented = ProfileReader.read(file);
            assertThat(instrumented.meta().values())
                    .containsEntry("mode", "instrument")
                    .containsEntry("merged", 2L);
            long rounds = calls(instrumented, "app.Rounds.round");
            long steps = calls(instrumented, "app.Rounds.step");
            assertThat(rounds).isGreaterThan(10);
            assertThat(steps).isCloseTo(STEPS * rounds, within(4L * STEPS + steps / 10));
            assertThat(calls(instrumented, "app.Rounds.tiny")).isCloseTo(2 * steps, withinPercentage(10));
            Profile sampled = ProfileReader.read(folder.resolve("p-sampled.json"));
            assertThat(sampled.meta().values()).containsEntry("mode", "sample").containsEntry("merged", 2L);
            assertThat(sampled.tree().columns()).containsKey(Metric.SAMPLES).doesNotContainKey(Metric.CALLS);
            assertThat(program.tell("app.Peek threads")).isEqualTo("[jprof-mailbox]");
            assertThat(program.end()).isZero();
        }
    }

    /** What a phase with probes counts, from where it begins anew. */
    @Test
    void calls_are_counted_from_where_a_recording_begins_anew() throws Exception {
        try (Rounds program = Rounds.start(own(), folder)) {
            jprofWell("attach", program.pid(), "--include", "app.*");
            program.make(1000);
            AttachedJvm.of(Long.parseLong(program.pid())).beginAnew();
            program.make(70);

            Profile profile = program.stop();
            assertThat(calls(profile, "app.Rounds.round")).isEqualTo(1);
            assertThat(calls(profile, "app.Rounds.step")).isEqualTo(70);
            assertThat(calls(profile, "app.Rounds.tiny")).isEqualTo(140);
        }
    }

    @Test
    void a_program_that_ends_meanwhile_leaves_what_there_is() throws Exception {
        Path file = folder.resolve("p.json");
        try (Rounds program = Rounds.start(own(), folder)) {
            CompletableFuture<Rounds.Said> both = CompletableFuture.supplyAsync(() -> jprof(
                    "attach",
                    "--mode",
                    "both",
                    program.pid(),
                    "-d",
                    "60",
                    "--include",
                    "app.*",
                    "-o",
                    file.toString()));
            while (!jprof("status", program.pid()).out().contains(" instrumented")) {
                // Enough to be met by samples, if it is sampled first.
                program.make(1_000_000);
            }
            program.make(20);
            program.end();

            Rounds.Said said = both.get(60, TimeUnit.SECONDS);
            assertThat(said.err()).contains("came to its end before the time was over");
            boolean compared = Files.exists(folder.resolve("p-sampled.json"));
            assertThat(said.exitCode()).as(said.err()).isEqualTo(compared ? 0 : 5);
            assertThat(calls(ProfileReader.read(file), "app.Rounds.step")).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void a_program_that_ends_in_the_first_phase_leaves_nothing_to_compare() throws Exception {
        Path file = folder.resolve("p.json");
        try (Rounds program = Rounds.start(own(), folder)) {
            CompletableFuture<Rounds.Said> both = CompletableFuture.supplyAsync(
                    () -> jprof("attach", "--mode", "both", program.pid(), "-d", "60", "-o", file.toString()));
            while (jprof("status", program.pid()).out().contains("nothing")) {
                program.make(1000);
            }
            program.end();

            Rounds.Said said = both.get(60, TimeUnit.SECONDS);
            assertThat(said.err())
                    .contains("no profile at " + folder)
                    .contains("jprof attach: nothing is compared, since that takes profiles of both kinds");
            assertThat(said.exitCode()).isEqualTo(5);
            assertThat(said.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-d 5 --delay 1", "-d 5 --every 1"})
    void what_means_nothing_is_refused(String options) throws Exception {
        try (Rounds program = Rounds.start(own(), folder)) {
            Rounds.Said said = jprof(("attach --mode both " + program.pid() + " " + options)
                    .strip()
                    .split(" "));

            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.err()).contains("--mode both").hasLineCount(1);
            assertThat(jprofWell("status", program.pid())).contains("nothing");
        }
    }

    @Test
    void a_recording_that_goes_on_is_left_alone() throws Exception {
        try (Rounds program = Rounds.start(own(), folder)) {
            jprofWell("attach", program.pid(), "--include", "app.*");
            Rounds.Said said = jprof("attach", "--mode", "both", "-d", "2", program.pid());

            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.err()).contains("is being recorded since");
            program.make(5);
            assertThat(calls(program.stop(), "app.Rounds.step")).isEqualTo(5);
        }
    }
}
