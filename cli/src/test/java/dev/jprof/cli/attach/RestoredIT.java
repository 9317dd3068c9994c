package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.calls;
import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.cli.truth.Built;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left in a program when a recording has ended: no probe, and the same however many there were. */
class RestoredIT {
    private static final int CYCLES = Integer.getInteger("jprof.long.cycles", 10);

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void no_probe_runs_after_stop(Jdk jdk) throws Exception {
        try (Rounds program = Rounds.start(jdk, folder)) {
            jprofWell("attach", program.pid(), "--include", "app.Rounds:app.Other");
            program.make(100);
            program.stop();

            String counted = program.tell("app.Peek calls");
            program.make(1000);

            assertThat(Long.parseLong(counted)).isGreaterThanOrEqualTo(401);
            assertThat(program.tell("app.Peek calls")).isEqualTo(counted);
            assertThat(program.tell("app.Peek threads")).isEqualTo("[jprof-mailbox]");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void no_probe_is_left_in_a_program_that_was_profiled_from_its_start(Jdk jdk) throws Exception {
        String agent = "-javaagent:" + Built.jar("agent") + "=include=app.Rounds:app.Other";
        try (Rounds program = Rounds.start(jdk, folder, agent)) {
            program.make(100);
            assertThat(jprofWell("status", program.pid())).contains("app.Rounds", "2 classes instrumented");
            assertThat(calls(program.dump(), "app.Rounds.step")).isEqualTo(100);
            program.make(10);
            assertThat(calls(program.stop(), "app.Rounds.step")).isEqualTo(110);

            String counted = program.tell("app.Peek calls");
            program.make(1000);
            assertThat(program.tell("app.Peek calls")).isEqualTo(counted);

            jprofWell("attach", program.pid(), "--include", "app.Other");
            program.make(5);
            Profile again = program.stop();
            assertThat(calls(again, "app.Other.step")).isEqualTo(5);
            assertThat(calls(again, "app.Rounds.step")).isZero();
        }
    }

    @Test
    void attaching_again_and_again_leaves_nothing_more_behind() throws Exception {
        try (Rounds program =
                Rounds.start(InstalledJdks.of(Runtime.version().feature()).orElseThrow(), folder)) {
            String paths = "";
            String classes = "";
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                jprofWell("attach", program.pid(), "--include", "app.Rounds:app.Other");
                program.make(7);
                Profile profile = program.stop();

                assertThat(calls(profile, "app.Rounds.step")).isEqualTo(7);
                assertThat(calls(profile, "app.Rounds.round")).isEqualTo(1);
                assertThat(program.tell("app.Peek threads")).isEqualTo("[jprof-mailbox]");
                if (cycle == CYCLES / 2) {
                    paths = program.tell("app.Peek paths");
                    classes = program.tell("app.Peek classes");
                }
            }
            assertThat(program.tell("app.Peek paths")).isEqualTo(paths);
            assertThat(Integer.parseInt(program.tell("app.Peek classes")))
                    .isCloseTo(Integer.parseInt(classes), within(10));
        }
    }
}
