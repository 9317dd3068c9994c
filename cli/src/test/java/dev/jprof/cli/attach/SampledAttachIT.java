package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.calls;
import static dev.jprof.cli.attach.Rounds.jprof;
import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.cli.truth.AsyncLibrary;
import dev.jprof.cli.truth.Built;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code attach --mode sample}: a program that runs already is sampled, and instrumented in turn. */
class SampledAttachIT {
    private static final int MOST_ROUNDS = 200;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    private static Jdk own() {
        return InstalledJdks.of(Runtime.version().feature()).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void sampled_and_instrumented_recordings_take_turns(Jdk jdk) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        try (Rounds program = Rounds.start(jdk, folder, "-Djava.io.tmpdir=" + temporary)) {
            for (int turn = 0; turn < 2; turn++) {
                String attached = attachSampled(program);
                assertThat(attached).contains("app.Rounds", jdk.major() >= 25 ? "jdk.CPUTimeSample" : "jdk.Execution");
                Profile dumped = dumpWithSamples(program, 3);
                Profile sampled = program.stop();

                assertThat(samples(sampled)).isGreaterThanOrEqualTo(samples(dumped));
                assertThat(sampled.methods())
                        .allMatch(method -> method.className().startsWith("app.")
                                || method.className().isEmpty());
                assertThat(sampled.meta().values())
                        .containsEntry("mode", "sample")
                        .containsEntry("reason", "stop");
                assertThat(program.tell("app.Peek threads")).isEqualTo("[jprof-mailbox]");

                jprofWell("attach", program.pid(), "--include", "app.Rounds:app.Other");
                program.make(70);
                Profile instrumented = program.stop();
                assertThat(calls(instrumented, "app.Rounds.step")).isEqualTo(70);
                assertThat(program.tell("app.Peek threads")).isEqualTo("[jprof-mailbox]");
            }
            assertThat(temporary).isDirectoryNotContaining("glob:*.jfr");
            assertThat(program.end()).isZero();
        }
    }

    @Test
    void status_says_what_is_sampled_and_how_many_samples_there_are() throws Exception {
        try (Rounds program = Rounds.start(own(), folder)) {
            attachSampled(program);
            dumpWithSamples(program, 1);

            String status = jprofWell("status", program.pid());
            assertThat(status)
                    .containsPattern("(?m)^mode +sample$")
                    .containsPattern("(?m)^event +jdk\\..* each 10 ms")
                    .containsPattern("(?m)^samples +[1-9][0-9,]* on [1-9]")
                    .containsPattern("(?m)^overhead +no class has probes$");
            program.stop();
            assertThat(jprofWell("status", program.pid())).containsPattern("(?m)^recording +ended$");
        }
    }

    @Test
    void what_needs_probes_is_refused_and_the_recording_goes_on() throws Exception {
        try (Rounds program = Rounds.start(own(), folder)) {
            attachSampled(program);

            refused("no class of it has probes", "retarget", program.pid(), "--include", "app.*");
            refused("is being recorded since", "attach", program.pid());
            refused("is being recorded since", "attach", "--mode", "sample", program.pid());
            refused("a sampled recording has none", "top", "-n", "1", program.pid());
            refused("means nothing with mode=sample", "attach", "--mode", "sample", "--alloc", "on", program.pid());
            assertThat(samples(dumpWithSamples(program, 1))).isPositive();
            program.stop();
            refused("leave out --mode sample", "top", "-n", "1", "--mode", "sample", program.pid());
        }
    }

    /** Who attached is told, and not the program's own readers of its output. */
    @Test
    void stacks_are_looked_at_where_there_is_no_flight_recorder() throws Exception {
        Path file = folder.resolve("p.json");
        try (Rounds program =
                Rounds.start(own(), folder, "--limit-modules", "java.base,java.instrument,java.management")) {
            Rounds.Said said = jprof("attach", "--mode", "sample", "-d", "300ms", program.pid(), "-o", file.toString());

            assertThat(said.exitCode()).isZero();
            assertThat(said.err()).contains("this JVM has no Flight Recorder").hasLineCount(1);
            assertThat(engine(ProfileReader.read(file))).isEqualTo("stacks");
            assertThat(folder.resolve("err.txt")).content().doesNotContain("Flight Recorder");
        }
    }

    @Test
    void a_program_that_is_sampled_from_its_start_can_be_asked_too() throws Exception {
        String agent = "-javaagent:" + Built.jar("agent") + "=mode=sample,interval=10ms,include=app.*";
        try (Rounds program = Rounds.start(own(), folder, agent)) {
            dumpWithSamples(program, 1);
            assertThat(samples(program.stop())).isPositive();

            jprofWell("attach", program.pid(), "--include", "app.Rounds");
            program.make(9);
            assertThat(calls(program.stop(), "app.Rounds.step")).isEqualTo(9);
        }
    }

    @Test
    void a_program_that_ends_leaves_its_samples() throws Exception {
        Path file = folder.resolve("end.json");
        try (Rounds program = Rounds.start(own(), folder)) {
            jprofWell("attach", "--mode", "sample", program.pid(), "-o", file.toString());
            program.make(1_000_000);
            assertThat(program.end()).isZero();
        }
        assertThat(ProfileReader.read(file).meta().values()).containsEntry("reason", "exit");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void wall_time_is_sampled_again_and_again(Jdk jdk) throws Exception {
        String library = AsyncLibrary.in(folder).toString();
        try (Rounds program = Rounds.start(jdk, folder)) {
            for (int turn = 0; turn < 2; turn++) {
                jprofWell("attach", "--mode", "sample", "--engine", "async", "--libpath", library, program.pid());
                dumpWithSamples(program, 5);
                Profile wall = program.stop();
                assertThat(engine(wall)).isEqualTo("async");
                assertThat(wall.meta().values()).containsEntry("clock", "wall");

                jprofWell("attach", program.pid(), "--include", "app.Rounds");
                program.make(70);
                assertThat(calls(program.stop(), "app.Rounds.step")).isEqualTo(70);
            }
            refused(
                    "engine=async can't load",
                    "attach",
                    "--mode",
                    "sample",
                    "--engine",
                    "async",
                    "--libpath",
                    "gone.so",
                    program.pid());
            assertThat(program.end()).isZero();
        }
    }

    private static String attachSampled(Rounds program) {
        return jprofWell("attach", "--mode", "sample", "--interval", "10ms", "--include", "app.*", program.pid());
    }

    /** Lets the program work until enough samples met it. */
    private static Profile dumpWithSamples(Rounds program, long least) throws IOException {
        Profile profile = program.dump();
        for (int round = 0; round < MOST_ROUNDS && samples(profile) < least; round++) {
            program.make(1_000_000);
            profile = program.dump();
        }
        assertThat(samples(profile)).isGreaterThanOrEqualTo(least);
        return profile;
    }

    private static long samples(Profile profile) {
        return LongStream.of(profile.tree().column(Metric.SAMPLES)).sum();
    }

    private static @Nullable Object engine(Profile profile) {
        return ((Map<?, ?>) profile.meta().values().get("sampling")).get("engine");
    }

    private static void refused(String why, String... words) {
        Rounds.Said said = jprof(words);
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err().lines().findFirst().orElse("")).contains(why);
    }
}
