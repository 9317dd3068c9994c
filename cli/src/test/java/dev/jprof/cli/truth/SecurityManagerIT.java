package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A security manager, which JDKs before 24 have: what it forbids the agent is one line, and the program runs. */
class SecurityManagerIT {
    private static final String SOURCE = """
            package app;

            public class Guarded {
                static double sum;
                static void work() { for (int i = 0; i < 1000; i++) sum += Math.sin(i); }
                public static void main(String[] args) {
                    if (args.length > 0) System.setSecurityManager(new SecurityManager());
                    for (long end = System.nanoTime() + 300_000_000; System.nanoTime() < end; ) work();
                    System.out.println("done");
                }
            }
            """;

    @TempDir
    private Path folder;

    /** Those that let a program set one without being told to. */
    static Collection<Jdk> jdks() {
        return InstalledJdks.all().stream().filter(jdk -> jdk.major() <= 17).toList();
    }

    private Target target() {
        return Target.of(folder, 8, "app.Guarded", SOURCE);
    }

    private ChildJvm on(Jdk jdk) {
        return ChildJvm.on(jdk, folder);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void an_agent_without_permissions_is_told_of_and_the_program_runs(Jdk jdk) {
        ChildJvm.Ended ended =
                target().run(on(jdk).with("-Djava.security.manager").withAgent(""));

        assertThat(ended.out()).isEqualTo("done\n");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err().lines().filter(line -> !line.startsWith("WARNING:")))
                .singleElement()
                .asString()
                .startsWith("jprof: could not start, the program runs without being profiled: ")
                .contains("access denied");
    }

    /** Its policy says nothing of the api's jar, which may not even ask for a variable of the environment. */
    @ParameterizedTest
    @MethodSource("jdks")
    void the_api_without_an_agent_does_nothing(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Spanned", """
                package app;

                public class Spanned {
                    public static void main(String[] args) {
                        System.out.println(dev.jprof.api.Jprof.call(() -> 42).value());
                    }
                }
                """, Built.jar("api"));

        ChildJvm.Ended ended = target.run(on(jdk).with("-Djava.security.manager"));

        assertThat(ended.out()).isEqualTo("42\n");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).contains("jprof: no agent that counts calls in this JVM");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void an_agent_with_permissions_of_its_own_records(Jdk jdk) throws IOException {
        Path policy = Files.writeString(
                folder.resolve("some.policy"),
                "grant codeBase \"" + Built.jar("agent").toUri() + "\" { permission java.security.AllPermission; };");
        ChildJvm jvm = on(jdk).with("-Djava.security.manager", "-Djava.security.policy=" + policy);

        ChildJvm.Ended ended = target().run(jvm.withAgent(""));

        assertThat(ended.err()).doesNotContain("jprof");
        assertThat(ended.out()).isEqualTo("done\n");
        assertThat(Counts.of(ended.profile()).calls("app.Guarded.work")).isPositive();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_manager_that_comes_later_leaves_no_stack_trace(Jdk jdk) {
        ChildJvm.Ended ended = target().run(on(jdk).withAgent("mode=sample,engine=stacks"), "own");

        assertThat(ended.out()).isEqualTo("done\n");
        assertThat(ended.err().lines().filter(line -> !line.startsWith("WARNING:")))
                .allMatch(line -> line.startsWith("jprof: "));
    }
}
