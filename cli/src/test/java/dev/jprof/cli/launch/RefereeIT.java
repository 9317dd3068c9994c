package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.io.ProfileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jprof run --mode both}: the program runs twice, and each run leaves its profile. */
class RefereeIT {
    @TempDir
    Path folder;

    @Test
    void both_runs_leave_a_profile_and_are_compared() throws Exception {
        Launched.Ended ended = both("60");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err())
                .contains("first run, sampled without probes", "second run, instrumented", "profile-sampled.json");
        assertThat(mode("profile.json")).isEqualTo("instrument");
        assertThat(mode("profile-sampled.json")).isEqualTo("sample");
        assertThat(ended.out())
                .contains(" probes sampled", "MixedWork.sortNumbers")
                .containsPattern("samples of jdk\\.(ExecutionSample|CPUTimeSample)");
        assertThat(ended.out().lines().filter(line -> line.matches("-?\\d+"))).hasSize(2);
    }

    @Test
    void the_exit_code_is_that_of_the_instrumented_run() throws Exception {
        assertThat(both("not a number").exitCode()).isEqualTo(1);
        assertThat(mode("profile.json")).isEqualTo("instrument");
    }

    private Launched.Ended both(String rounds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Launched.DISTRIBUTION.resolve("bin/jprof").toString(), "run", "--mode", "both", "--clock", "cpu"));
        command.addAll(List.of("--interval", "10ms", "--", Launched.JAVA, "-cp"));
        command.add(Path.of("target/test-classes").toAbsolutePath().toString());
        command.addAll(List.of("dev.jprof.cli.record.MixedWork", rounds));
        return Launched.run(folder, command);
    }

    private String mode(String file) throws IOException {
        return String.valueOf(
                ProfileReader.read(folder.resolve(file)).meta().values().get("mode"));
    }
}
