package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Metric;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sampled program or thread ends, and nothing of it is lost, though snapshots are taken all the time and Flight Recorder ends too. */
class SampledEndingsIT {
    private static final Metric EXCEPTIONS = new Metric("exceptions", "count");
    private static final int RUNS = 3;
    private static final long MOST_WITHOUT_STACK = 2;

    /** Its many hooks keep the exit hooks that matter apart. Prints how many exceptions it made. */
    private static final String SOURCE = """
            package app;

            public class Hooked {
                static long failed;
                static void fail() { throw new IllegalStateException(); }
                public static void main(String[] args) throws Exception {
                    for (int i = 0; i < 1_000; i++) Runtime.getRuntime().addShutdownHook(new Thread());
                    for (long end = System.nanoTime() + 300_000_000L; System.nanoTime() < end; Thread.sleep(1)) {
                        try { fail(); } catch (IllegalStateException e) { failed++; }
                    }
                    System.out.println(failed);
                }
            }
            """;

    /** Of its threads some end just before a snapshot, others just after. Prints how many exceptions they made, one each. */
    private static final String THREADS = """
            package app;

            public class Threads {
                static void fail() { throw new IllegalStateException(); }
                public static void main(String[] args) throws Exception {
                    long threads = 0;
                    for (long end = System.nanoTime() + 1_000_000_000L; System.nanoTime() < end; threads++) {
                        Thread thread = new Thread() {
                            @Override public void run() { try { fail(); } catch (IllegalStateException e) { } }
                        };
                        thread.start();
                        thread.join();
                    }
                    System.out.println(threads);
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
    void it_ends_and_nothing_is_lost(Jdk jdk) {
        Target hooked = Target.of(folder, 8, "app.Hooked", SOURCE);
        for (int run = 0; run < RUNS; run++) {
            ChildJvm.Ended ended = hooked.run(ChildJvm.on(jdk, folder).withAgent("mode=sample,every=1ms"));

            assertNothingIsLost(ended, "app.Hooked.fail");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_ended_threads_did_is_counted_too(Jdk jdk) {
        ChildJvm.Ended ended = Target.of(folder, 8, "app.Threads", THREADS)
                .run(ChildJvm.on(jdk, folder).withAgent("mode=sample,every=1ms"));

        assertNothingIsLost(ended, "app.Threads.fail");
    }

    /** On JDK 17 an event at a turn has no stack, seldom: two of 100,000 with a turn for each. It is counted, and no method's. */
    private static void assertNothingIsLost(ChildJvm.Ended ended, String method) {
        Sampled sampled = new Sampled(ended.profile());
        long named = sampled.of(EXCEPTIONS).getOrDefault(method, 0L);
        long unnamed = sampled.withoutStack(EXCEPTIONS);

        assertThat(ended.err()).isEmpty();
        assertThat(named + unnamed).isEqualTo(Long.parseLong(ended.out().strip()));
        assertThat(unnamed).isLessThanOrEqualTo(MOST_WITHOUT_STACK);
    }
}
