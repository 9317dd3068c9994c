package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.jprof;
import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.io.ProfileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that can't be attached to, or not any more: one line, exit code 3, and a program that goes on. */
class UnreachableIT {
    @TempDir
    private Path folder;

    private static Jdk jdk() {
        return InstalledJdks.of(Runtime.version().feature()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attach", "status", "dump", "retarget --include a.*", "stop"})
    void a_process_that_is_not_there(String verb) {
        String[] words = verb.concat(" 999999999").split(" ");

        assertOneLine(jprof(words), "there is no process 999999999");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_process_that_is_no_jvm_lives_on() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "300").start();
        try {
            assertOneLine(jprof("attach", Long.toString(sleep.pid())), sleep.pid() + " is no JVM");
            assertThat(sleep.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            sleep.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading"})
    void a_jvm_that_was_started_so_that_nobody_attaches(String flag) throws Exception {
        try (Rounds program = Rounds.start(jdk(), folder, flag)) {
            assertOneLine(jprof("attach", program.pid()), program.pid(), flag, "jprof run");
            program.make(10);
            assertThat(program.end()).isZero();
            assertThat(folder.resolve("err.txt")).isEmptyFile();
        }
    }

    @Test
    void a_name_that_no_jvm_has() {
        Rounds.Said said = jprof("attach", "com.acme.Nobody");

        assertThat(said.err()).contains("no running JVM is called 'com.acme.Nobody'", "jprof ps");
        assertThat(said.exitCode()).isEqualTo(2);
    }

    @Test
    void a_name_is_as_good_as_an_id_unless_two_have_it() throws Exception {
        try (Rounds program = Rounds.start(jdk(), folder)) {
            assertThat(jprofWell("status", "app.Rounds")).contains("nothing");
            try (Rounds second = Rounds.start(jdk(), Files.createDirectory(folder.resolve("second")))) {
                Rounds.Said said = jprof("status", "Rounds");
                assertThat(said.err()).contains(program.pid(), second.pid(), "fits 2 JVMs");
                assertThat(said.exitCode()).isEqualTo(2);
            }
        }
    }

    @Test
    void what_is_not_recorded_can_not_be_written() throws Exception {
        try (Rounds program = Rounds.start(jdk(), folder)) {
            Rounds.Said said =
                    jprof("dump", program.pid(), "-o", folder.resolve("p.json").toString());

            assertThat(said.err()).contains("nothing is being recorded", "jprof attach");
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(folder.resolve("p.json")).doesNotExist();
        }
    }

    @Test
    void a_program_that_ends_meanwhile_leaves_its_profile() throws Exception {
        Path file = folder.resolve("p.json");
        try (Rounds program = Rounds.start(jdk(), folder)) {
            CompletableFuture<Rounds.Said> attach = CompletableFuture.supplyAsync(
                    () -> jprof("attach", "-d", "300", program.pid(), "--include", "app.*", "-o", file.toString()));
            while (!jprof("status", program.pid()).out().contains(" instrumented")) {
                Thread.onSpinWait();
            }
            program.make(20);
            program.end();

            Rounds.Said said = attach.get(60, TimeUnit.SECONDS);
            assertThat(said.err()).contains("came to its end");
            assertThat(said.exitCode()).isZero();
            assertThat(Rounds.calls(ProfileReader.read(file), "app.Rounds.step"))
                    .isEqualTo(20);
        }
    }

    private static void assertOneLine(Rounds.Said said, String... parts) {
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).contains(parts);
        assertThat(said.exitCode()).isEqualTo(3);
    }
}
