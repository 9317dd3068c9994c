package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A million virtual threads in a small heap are one exact row. */
class VirtualThreadsIT {
    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.from(21);
    }

    /** Written for 8 and by reflection, so that any JDK can compile it. */
    private static final String SOURCE = """
            package app;

            import java.util.concurrent.Semaphore;
            import java.util.concurrent.atomic.AtomicInteger;

            public class Virtual {
                static final int THREADS = 1_000_000;
                static final AtomicInteger visits = new AtomicInteger();
                static final Semaphore running = new Semaphore(500);
                static void visit() { for (int i = 0; i < 3; i++) step(i); }
                static void step(int i) {
                    visits.incrementAndGet();
                    if (i == 1) Thread.yield();
                }
                static void run() {
                    try {
                        visit();
                    } finally {
                        running.release();
                    }
                }
                public static void main(String[] args) throws Exception {
                    java.lang.reflect.Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
                    Runnable task = Virtual::run;
                    for (int i = 0; i < THREADS; i++) {
                        running.acquire();
                        start.invoke(null, task);
                    }
                    running.acquire(500);
                    System.out.println(visits.get());
                }
            }
            """;

    private static final String SHORT_LIVED = """
            package app;

            import java.util.concurrent.Semaphore;

            public class ShortLived {
                static final int THREADS = 20_000;
                static final Semaphore ended = new Semaphore(0);
                static volatile int sum;
                static void visit() { for (int i = 0; i < 100; i++) step(i); ended.release(); }
                static void step(int i) { for (int k = 0; k < 50; k++) i = 31 * i + k; sum += i; }
                static void work() {
                    long end = System.nanoTime() + 500_000_000L;
                    while (System.nanoTime() < end) for (int i = 0; i < 100; i++) step(i);
                }
                public static void main(String[] args) throws Exception {
                    java.lang.reflect.Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
                    Runnable task = ShortLived::visit;
                    for (int i = 0; i < THREADS; i++) start.invoke(null, task);
                    ended.acquire(THREADS);
                    work();
                }
            }
            """;

    @ParameterizedTest
    @MethodSource("jdks")
    void a_million_of_them(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Virtual", SOURCE);

        ChildJvm.Ended ended = target.runsTheSame(ChildJvm.on(jdk, folder).with("-Xmx64m"), "include=app.*");

        assertThat(ended.out()).isEqualTo("3000000\n");
        Profile profile = ended.profile();
        Counts counts = Counts.of(profile);
        assertThat(counts.of("app.Virtual.run")).isEqualTo(new Counts.Row(1_000_000, 1_000_000, 0, 0));
        assertThat(counts.calls("app.Virtual.visit")).isEqualTo(1_000_000);
        assertThat(counts.calls("app.Virtual.step")).isEqualTo(3_000_000);
        List<String> rows = profile.threads().stream().map(row -> row.name()).toList();
        assertThat(rows).containsOnlyOnce("[virtual threads]").hasSizeLessThan(5);
    }

    /** A tick often finds that the thread whose CPU time it is to read has ended. */
    @ParameterizedTest
    @MethodSource("jdks")
    void the_clock_goes_on_when_threads_have_left_before_a_tick(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.ShortLived", SHORT_LIVED);

        ChildJvm.Ended ended = target.run(ChildJvm.on(jdk, folder).withAgent("clock=cpu,include=app.*"));

        assertThat(ended.err()).isEmpty();
        assertThat(Counts.of(ended.profile()).calls("app.ShortLived.visit")).isEqualTo(20_000);
    }
}
