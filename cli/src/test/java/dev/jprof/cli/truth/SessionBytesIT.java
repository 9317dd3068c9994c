package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.MethodTable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a session of the program's own says of allocated bytes: those between its ends, and none of what it takes itself. */
class SessionBytesIT {
    private static final String SOURCE = """
            package app;

            import dev.jprof.api.*;
            import java.nio.file.Paths;

            public class Main {
                static Object kept;
                static void make(int count) { for (int i = 0; i < count; i++) kept = new byte[1_000 - 16]; }
                static void deep(int depth) { if (depth > 0) deep(depth - 1); else kept = new byte[100_000 - 16]; }
                static void inside(Scope scope, String file) throws Exception {
                    kept = new byte[5_000_000];
                    make(10);
                    Session session = Jprof.profile("session", scope);
                    make(100);
                    deep(50);
                    session.stop().write(Paths.get(file));
                    make(10);
                }
                public static void main(String[] args) throws Exception {
                    inside(Scope.THREAD, "first.json");
                    inside(Scope.THREAD, "thread.json");
                    inside(Scope.JVM, "jvm.json");
                }
            }
            """;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_session_has_the_bytes_between_its_ends(Jdk jdk) {
        ChildJvm.Ended ended = Target.of(folder, 8, "app.Main", SOURCE, Built.jar("api"))
                .run(ChildJvm.on(jdk, folder).with("-XX:+UseG1GC").withAgent("alloc=on,include=app.*"));

        assertThat(ended.exitCode()).isZero();
        for (String file : new String[] {"thread.json", "jvm.json"}) {
            Map<String, Long> bytes = MethodTable.of(ended.profile(file)).rows().stream()
                    .collect(Collectors.toMap(
                            row -> row.method().name(), row -> row.allocated().self()));
            assertThat(bytes.get("make")).as(file).isEqualTo(100_000);
            assertThat(bytes.get("deep")).as(file).isEqualTo(100_000);
            assertThat(bytes.get("inside")).as(file).isCloseTo(0, within(20_000L));
        }
    }
}
