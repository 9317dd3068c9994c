package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.calls;
import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs with many classes, some of which other agents spoil. */
class ManyClassesIT {
    @TempDir
    private Path folder;

    private static Jdk jdk() {
        return InstalledJdks.of(Runtime.version().feature()).orElseThrow();
    }

    @Test
    void a_class_that_the_jvm_refuses_is_named_and_the_others_are_woven() throws Exception {
        String spoiler = "-javaagent:" + Spoiler.jar(folder) + "=app/Z00017";
        try (Rounds program = Rounds.start(jdk(), folder, spoiler)) {
            assertThat(program.tell("app.Peek hundred")).isEqualTo("100");

            String attached = jprofWell("attach", program.pid(), "--include", "app.Z*");
            assertThat(attached).contains("99 classes instrumented, 1 skipped");
            assertThat(program.tell("app.Peek callMany")).isEqualTo("100");
            Profile profile = program.stop();

            assertThat(calls(profile, "app.Z00016.work")).isEqualTo(1);
            assertThat(calls(profile, "app.Z00017.work")).isZero();
            assertThat(calls(profile, "app.Z00018.work")).isEqualTo(1);
            assertThat(String.valueOf(profile.meta().values().get("skipped")))
                    .contains("app.Z00017", "the JVM refuses it");
            assertThat(program.tell("app.Peek callMany")).isEqualTo("100");
        }
    }

    @Test
    void ten_thousand_classes_are_woven_in_small_batches_and_restored() throws Exception {
        try (Rounds program = Rounds.start(jdk(), folder)) {
            assertThat(program.tell("app.Peek tenThousand")).isEqualTo("10000");

            String attached = jprofWell("attach", program.pid(), "--include", "app.Z*");
            assertThat(attached).contains("10,000 classes instrumented");
            program.tell("app.Peek callMany");
            Profile profile = program.stop();

            assertThat(calls(profile, "app.Z00001.work")).isEqualTo(1);
            assertThat(calls(profile, "app.Z10000.deep")).isEqualTo(4);
            JvmStatus ended = AttachedJvm.of(Long.parseLong(program.pid())).status();
            assertThat(ended.number("batches")).isGreaterThan(2 * 10000 / 256);
            String counted = program.tell("app.Peek calls");
            program.tell("app.Peek callMany");
            assertThat(program.tell("app.Peek calls")).isEqualTo(counted);
            System.out.println(attached.strip());
        }
    }
}
