package dev.jprof.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A runtime that was made for one program, with the modules that it needs itself. */
@EnabledOnOs(OS.LINUX)
class SmallRuntimeIT {
    @TempDir
    static Path folder;

    @Test
    void without_java_instrument_there_are_no_agents() throws Exception {
        SleepingJvm.compile(folder);
        Path runtime = folder.resolve("runtime");
        PrintWriter out = new PrintWriter(System.out, true);
        assertThat(ToolProvider.findFirst("jlink")
                        .orElseThrow()
                        .run(out, out, "--add-modules", "java.base", "--output", runtime.toString()))
                .isZero();

        try (SleepingJvm jvm =
                SleepingJvm.start(folder, List.of(runtime.resolve("bin/java").toString()))) {
            Rounds.Said doctor = Rounds.jprof("doctor", jvm.pid());
            assertThat(doctor.exitCode()).isEqualTo(3);
            assertThat(doctor.out()).contains("fail  loading ").contains("jlink --add-modules java.instrument");
            assertThat(Rounds.jprof("ps").out()).contains("no: ", "without the module java.instrument");
            Rounds.Said attach = Rounds.jprof("attach", jvm.pid());
            assertThat(attach.exitCode()).isEqualTo(3);
            assertThat(attach.err()).contains("java.instrument").hasLineCount(1);
        }
    }
}
