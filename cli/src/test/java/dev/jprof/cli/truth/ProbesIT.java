package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the probes cost, as far as it can be counted. */
class ProbesIT {
    @TempDir
    Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void calls_on_known_paths_allocate_nothing(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Steady", """
                package app;

                import java.lang.management.ManagementFactory;

                public class Steady {
                    static int sum;
                    static void leaf() { sum++; }
                    static void throwing(int n) { leaf(); if (n % 2 == 0) throw Late.ERROR; }
                    static int down(int n) { leaf(); return n == 0 ? 0 : 1 + down(n - 1); }
                    static void round() {
                        for (int i = 0; i < 1000; i++) {
                            down(i % 20);
                            try { throwing(i); } catch (Error expected) { sum++; }
                        }
                    }
                    static class Late { static final Error ERROR = new Error(); }
                    public static void main(String[] args) {
                        com.sun.management.ThreadMXBean threads =
                                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
                        long own = Thread.currentThread().getId();
                        for (int i = 0; i < 100; i++) { round(); threads.getThreadAllocatedBytes(own); }
                        long before = threads.getThreadAllocatedBytes(own);
                        long again = threads.getThreadAllocatedBytes(own);
                        for (int i = 0; i < 300; i++) round();
                        long bytes = threads.getThreadAllocatedBytes(own) - again;
                        System.out.println(bytes <= 10000 + (again - before) ? "none" : bytes + " bytes");
                    }
                }
                """);

        ChildJvm.Ended ended = target.runsTheSame(ChildJvm.on(jdk, folder), "include=app.*");

        assertThat(ended.out()).isEqualTo("none\n");
        assertThat(Counts.of(ended.profile()).calls("app.Steady.down")).isEqualTo(400 * 10_500);
    }
}
