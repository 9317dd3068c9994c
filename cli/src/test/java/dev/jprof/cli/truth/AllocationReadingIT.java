package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.MethodTable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How the probes of {@code alloc=on} get at the bytes: from memory, which takes some nanoseconds, and not by asking the JVM, which
 * takes a hundred and makes it allocate. What they count is the same, so only the agent itself can say.
 */
class AllocationReadingIT {
    private static final String SOURCE = """
            package app;

            public class Main {
                public static void main(String[] args) throws Exception {
                    java.lang.reflect.Field asked =
                            Class.forName("java.lang.Jprof_AllocatedBytes").getDeclaredField("areAskedFor");
                    asked.setAccessible(true);
                    System.out.println(asked.get(null));
                }
            }
            """;

    private static final String COLLECTING = """
            package app;

            public class Main {
                static volatile Object kept;
                static void make() { kept = new byte[1_000_000 - 16]; }
                public static void main(String[] args) {
                    for (int i = 0; i < 2; i++) {
                        Thread other = new Thread(new Garbage());
                        other.setDaemon(true);
                        other.start();
                    }
                    for (int i = 0; i < 3_000; i++) make();
                    System.exit(0);
                }
            }

            class Garbage implements Runnable {
                volatile Object kept;
                public void run() { while (true) kept = new byte[20_000]; }
            }
            """;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void no_jvm_is_asked(Jdk jdk) {
        Stream<String> collectors = jdk.major() < 17
                ? Stream.of("Serial", "Parallel", "G1", "ConcMarkSweep")
                : Stream.of("Serial", "Parallel", "G1", "Z");

        collectors.forEach(collector -> assertThat(isAsked(jdk, "-XX:+Use" + collector + "GC"))
                .as(collector)
                .isEqualTo("false"));
    }

    /** A thread's buffer is a fiftieth of the space for new objects, here 100 MB. */
    @ParameterizedTest
    @MethodSource("jdks")
    void nor_is_one_with_large_buffers(Jdk jdk) {
        assertThat(isAsked(jdk, "-XX:+UseParallelGC", "-Xms6g", "-Xmx6g", "-Xmn5g"))
                .isEqualTo("false");
    }

    @Test
    void without_buffers_it_is() {
        Jdk jdk = InstalledJdks.of(Runtime.version().feature()).orElseThrow();

        assertThat(isAsked(jdk, "-XX:-UseTLAB")).isEqualTo("true");
    }

    /** In interpreted code the collector may take a thread's buffer away between two loads of a reading. */
    @Test
    void a_collection_in_the_middle_of_a_reading_takes_nothing_away() {
        Jdk jdk = InstalledJdks.of(Runtime.version().feature()).orElseThrow();
        ChildJvm jvm = ChildJvm.on(jdk, folder).with("-Xint", "-XX:+UseSerialGC", "-Xmx12m", "-Xmn4m");

        ChildJvm.Ended ended =
                Target.of(folder, 8, "app.Main", COLLECTING).run(jvm.withAgent("alloc=on,include=app.Main"));

        long bytes = MethodTable.of(ended.profile()).rows().stream()
                .filter(row -> row.method().name().equals("make"))
                .mapToLong(row -> row.allocated().self())
                .sum();
        assertThat(bytes).isCloseTo(3_000_000_000L, within(2_000L));
    }

    private String isAsked(Jdk jdk, String... flags) {
        List<String> opened = jdk.major() < 9 ? List.of() : List.of("--add-opens=java.base/java.lang=ALL-UNNAMED");
        ChildJvm jvm = ChildJvm.on(jdk, folder).with(flags).with(opened.toArray(new String[0]));
        return Target.of(folder, 8, "app.Main", SOURCE)
                .run(jvm.withAgent("alloc=on,include=app.*"))
                .out()
                .strip();
    }
}
