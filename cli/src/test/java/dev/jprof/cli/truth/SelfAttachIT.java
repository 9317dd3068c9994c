package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program that loads the agent itself, with the first use of {@code jprof-api}. */
class SelfAttachIT {
    private static final String PROGRAM = """
            package app;

            import dev.jprof.api.*;

            public class Main {
                static volatile int sink;

                static void leaf() { sink++; }

                static void step(int n) { for (int i = 0; i < n; i++) leaf(); }

                public static void main(String[] args) {
                    step(1000);
                    for (int i = 1; i < 3; i++) {
                        final int n = i;
                        Profile profile = Jprof.call(() -> { step(100 * n); return n; }).profile();
                        System.out.println(profile.calls("app.Main.leaf") + " " + profile.calls("app.Main.step"));
                    }
                    System.out.println(Jprof.isActive());
                }
            }
            """;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    private ChildJvm.Ended run(Jdk jdk, String agent) {
        return Target.of(folder, 8, "app.Main", PROGRAM, Built.jar("api"))
                .run(ChildJvm.on(jdk, folder).with("-Djprof.agent=" + agent));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void the_agent_comes_with_the_first_session(Jdk jdk) {
        ChildJvm.Ended ended = run(jdk, Built.jar("agent") + "=include=app.*");

        assertThat(ended.out()).as(ended.err()).isEqualTo("100 1\n200 1\ntrue\n");
        assertThat(Counts.of(ended.profile()).of("app.Main.leaf").calls()).isEqualTo(300);
    }

    @Test
    void where_it_cannot_be_loaded_one_line_says_why() {
        ChildJvm.Ended ended = run(InstalledJdks.of(17).orElseThrow(), "no-such.jar");

        assertThat(ended.out()).isEqualTo("0 0\n0 0\nfalse\n");
        assertThat(ended.err())
                .isEqualTo("jprof: the agent can't be loaded, so nothing is recorded: jprof.agent names no-such.jar,"
                        + " which is no file\n");
    }

    @Test
    void where_attaching_is_switched_off_one_line_says_why() {
        Target target = Target.of(folder, 8, "app.Main", PROGRAM, Built.jar("api"));

        ChildJvm.Ended ended = target.run(ChildJvm.on(InstalledJdks.of(17).orElseThrow(), folder)
                .with("-XX:+DisableAttachMechanism", "-Djprof.agent=" + Built.jar("agent")));

        assertThat(ended.out()).isEqualTo("0 0\n0 0\nfalse\n");
        assertThat(ended.err().lines()).singleElement().asString().startsWith("jprof: the agent can't be loaded, so");
    }
}
