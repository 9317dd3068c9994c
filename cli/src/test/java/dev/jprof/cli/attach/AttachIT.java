package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.calls;
import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
}
