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

/** Other classes in a recording that goes on. */
class RetargetIT {
    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_is_no_longer_wanted_is_restored_and_what_now_is_gets_probes(Jdk jdk) throws Exception {
        try (Rounds program = Rounds.start(jdk, folder)) {
            jprofWell("attach", program.pid(), "--include", "app.Rounds");
            program.make(10);

            String other = jprofWell("retarget", program.pid(), "--include", "app.Other");
            assertThat(other).contains("1 class instrumented");
            program.make(100);
            Profile profile = program.dump();
            assertThat(calls(profile, "app.Rounds.step")).isEqualTo(10);
            assertThat(calls(profile, "app.Other.step")).isEqualTo(100);

            jprofWell("retarget", program.pid(), "--include", "app.*", "--exclude", "app.Other:app.Peek");
            program.make(1000);
            profile = program.stop();
            assertThat(calls(profile, "app.Rounds.step")).isEqualTo(1010);
            assertThat(calls(profile, "app.Other.step")).isEqualTo(100);
            assertThat(String.valueOf(profile.meta().values())).contains("app.Other:app.Peek");
        }
    }
}
