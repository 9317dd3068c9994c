package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.calls;
import static dev.jprof.cli.attach.Rounds.jprof;
import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From attaching to stopping, and again, with exact counts. */
class AttachIT {
    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void calls_are_counted_from_attach_to_stop_and_from_attach_to_stop(Jdk jdk) throws Exception {
        try (Rounds program = Rounds.start(jdk, folder)) {
            program.make(1000);
            String attached = jprofWell("attach", program.pid(), "--include", "app.*");
            assertThat(attached).contains("app.Rounds").contains("2 classes instrumented");
            program.make(100);

            Profile first = program.dump();
            assertThat(calls(first, "app.Rounds.round")).isEqualTo(1);
            assertThat(calls(first, "app.Rounds.step")).isEqualTo(100);
            assertThat(calls(first, "app.Other.step")).isEqualTo(100);
            assertThat(calls(first, "app.Rounds.tiny")).isEqualTo(200);

            program.make(50);
            assertThat(calls(program.stop(), "app.Rounds.tiny")).isEqualTo(300);

            program.make(1000);
            jprofWell("attach", program.pid(), "--include", "app.*");
            program.make(30);
            assertThat(calls(program.dump(), "app.Rounds.tiny")).isEqualTo(60);
            assertThat(calls(program.stop(), "app.Rounds.round")).isEqualTo(1);
            assertThat(program.end()).isZero();
        }
    }

    /** Before anything is recorded: what was would be lost. */
    @ParameterizedTest
    @ValueSource(strings = {"", " --mode sample", " --mode both"})
    void a_file_that_can_not_be_written_is_told_at_once(String mode) throws Exception {
        try (Rounds program =
                Rounds.start(InstalledJdks.of(Runtime.version().feature()).orElseThrow(), folder)) {
            Path gone = folder.resolve("gone").resolve("p-%p.json");
            Rounds.Said said = jprof(("attach " + program.pid() + " -d 60 -o " + gone + mode).split(" "));

            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.err())
                    .isEqualTo("jprof attach: cannot write " + gone.toString().replace("%p", program.pid())
                            + ": its directory does not exist\n");
            assertThat(jprofWell("status", program.pid())).contains("nothing");
        }
    }

    @Test
    void what_was_recorded_of_a_running_program_is_not_compared_unless_by_force() throws Exception {
        Jdk jdk = InstalledJdks.of(Runtime.version().feature()).orElseThrow();
        try (Rounds program = Rounds.start(jdk, folder)) {
            jprofWell("attach", program.pid(), "--include", "app.*");
            program.make(10);
            Profile dumped = program.dump();
            program.make(10);
            Profile stopped = program.stop();

            assertThat(List.of(dumped, stopped))
                    .allSatisfy(profile -> assertThat(profile.meta().values()).containsEntry("attached", true));
            String dump = folder.resolve("dump.json").toString();
            String stop = folder.resolve("stop.json").toString();
            assertThat(jprofWell("diff", dump, dump)).contains("0 moved");
            Rounds.Said diff = jprof("diff", dump, stop);
            assertThat(diff.err())
                    .contains("stretch differs (20", "when somebody attached, stopped or took a snapshot", "--force");
            assertThat(diff.exitCode()).isEqualTo(2);
            assertThat(jprofWell("diff", dump, stop, "--force")).contains("Compared all the same: stretch differs");
            Rounds.Said check =
                    jprof("check", "--base", dump, "--new", stop, "--rule", "calls(app.Rounds.step) <= +0%");
            assertThat(check.err()).contains("can't be compared by calls: stretch differs");
            assertThat(check.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void status_is_printed_for_programs_too() throws Exception {
        Jdk jdk = InstalledJdks.of(Runtime.version().feature()).orElseThrow();
        try (Rounds program = Rounds.start(jdk, folder)) {
            assertThat(jprofWell("status", "--format", "json", program.pid()))
                    .isEqualToIgnoringWhitespace(
                            "{\"format\":\"jprof-status/1\",\"pid\":" + program.pid() + ",\"recording\":\"no\"}");
            jprofWell("attach", program.pid(), "--include", "app.Rounds:app.Other");
            program.make(10);

            assertThat(jprofWell("status", program.pid(), "-f", "json").replaceAll("\\s", ""))
                    .contains("\"recording\":\"yes\",\"mode\":\"instrument\"")
                    .contains("\"options\":{\"file\":\"", "\"include\":\"app.Rounds:app.Other\"}")
                    .contains("\"command\":\"app.Rounds\"", "\"calls\":41,", "\"classes\":2,");
            program.stop();
            assertThat(jprofWell("status", program.pid(), "-f", "json")).contains("ended", "app.Rounds");
        }
    }
}
