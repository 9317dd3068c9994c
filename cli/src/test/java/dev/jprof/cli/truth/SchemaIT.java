package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.io.ProfileSchema;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the agent writes keeps to docs/profile-format.schema.json. */
class SchemaIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "8, Exceptions, jdk=calls",
        "11, Recursion, nodes=4",
        "17, Workers, clock=exact",
        "17, SlowSystems, include=com.acme.*",
        "21, VirtualThreads, every=20ms",
        "25, Exceptions, delay=1ms",
        "8, Workers, 'clock=cpu,alloc=on'",
        "25, VirtualThreads, 'clock=cpu,alloc=on'",
        "17, SlowSystems, mode=sample",
        "25, Workers, 'mode=sample,engine=stacks'"
    })
    void profiles_keep_to_the_schema(int major, String example, String options) throws IOException {
        Jdk jdk = InstalledJdks.of(major).orElseGet(SchemaIT::own);

        ChildJvm.on(jdk, folder)
                .withAgent(options)
                .run("-cp", classes(), "dev.jprof.examples." + example, "--scale", "0.01");

        Path profile = folder.resolve("profile.json");
        assertThat(profile).exists();
        assertThat(ProfileSchema.in(Path.of("..", "docs")).violations(profile)).isEmpty();
    }

    private static Jdk own() {
        return InstalledJdks.of(Runtime.version().feature()).orElseThrow();
    }

    private static String classes() {
        return Path.of("..", "examples", "target", "classes")
                .toAbsolutePath()
                .normalize()
                .toString();
    }
}
