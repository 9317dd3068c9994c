package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mode=sample}: a program that works, waits, allocates and throws is seen doing so, whatever the JVM has to see it with. */
class SamplingIT {
    private static final String SOURCE = """
            package app;

            import java.util.concurrent.locks.LockSupport;

            public class Busy {
                static double sum;
                static Object kept;
                static void hot() { for (long n = 1; n < 8_000; n++) for (long m = n; m != 1; sum++) m = m % 2 == 0 ? m / 2 : 3 * m + 1; }
                static void warm() { for (long n = 1; n < 800; n++) for (long m = n; m != 1; sum++) m = m % 2 == 0 ? m / 2 : 3 * m + 1; }
                static void fill() { for (int i = 0; i < 20; i++) kept = new byte[10_000]; }
                static void fail() {
                    try { throw new IllegalStateException(); } catch (IllegalStateException e) { kept = e; }
                }
                static void sleep() throws InterruptedException { Thread.sleep(150); }
                static void park() { LockSupport.parkNanos(150_000_000); }
                static synchronized void hold() throws InterruptedException { Thread.sleep(200); }
                static synchronized void enter() { sum++; }
                public static void main(String[] args) throws Exception {
                    long end = System.nanoTime() + 1_500_000_000L;
                    while (System.nanoTime() < end) { hot(); warm(); fill(); fail(); }
                    sleep();
                    park();
                    Thread holder = new Thread("holder") {
                        @Override public void run() {
                            try { hold(); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                        }
                    };
                    holder.start();
                    while (holder.getState() != Thread.State.TIMED_WAITING) Thread.sleep(1);
                    enter();
                    holder.join();
                    System.out.println("done");
                    if (args.length > 0) System.exit(Integer.parseInt(args[0]));
                }
            }
            """;

    private static final Metric SLEPT = new Metric("slept", "ns");
    private static final Metric PARKED = new Metric("parked", "ns");
    private static final Metric BLOCKED = new Metric("blocked", "ns");
    private static final Metric EXCEPTIONS = new Metric("exceptions", "count");
    private static final Metric ALLOCATED = new Metric("allocated", "bytes");

    /** JDKs differ in how many of a sleeping thread's own frames they show. */
    private static final Predicate<String> SLEEPING =
            Pattern.compile("(?i)sleep").asPredicate();

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    private Target busy() {
        return Target.of(folder, 8, "app.Busy", SOURCE);
    }

    private ChildJvm own() {
        return ChildJvm.in(folder);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void hot_method_is_on_top(Jdk jdk) throws IOException {
        ChildJvm.Ended ended = busy().run(ChildJvm.on(jdk, folder).withAgent("mode=sample"), "7");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("done\n");
        assertThat(ended.exitCode()).isEqualTo(7);
        Sampled sampled = new Sampled(ended.profile());
        assertThat(sampled.hottestOf("app.Busy")).isEqualTo("app.Busy.hot");
        assertThat(sampled.samples()).isGreaterThan(5);
        assertThat(sampled.said("engine")).isEqualTo("jfr");
        assertThat(sampled.profile().meta().values())
                .containsEntry("mode", "sample")
                .containsEntry("event", jdk.major() >= 25 ? "jdk.CPUTimeSample" : "jdk.ExecutionSample");
        assertThat(sampled.of(SLEPT).keySet()).anyMatch(SLEEPING);
        assertThat(sampled.of(PARKED).keySet()).anyMatch(method -> method.endsWith("Unsafe.park"));
        assertThat(sampled.of(BLOCKED)).containsOnlyKeys("app.Busy.enter");
        assertThat(sampled.of(EXCEPTIONS)).containsKey("app.Busy.fail");
        if (jdk.major() >= 16) {
            assertThat(sampled.of(ALLOCATED)).containsKey("app.Busy.fill");
        }
        assertThat(ended.folder()).isDirectoryNotContaining("glob:*.jfr");
    }

    /** Without the module, as in an image made by jlink. */
    @ParameterizedTest
    @ValueSource(strings = {"mode=sample", "mode=sample,engine=stacks"})
    void stacks_are_looked_at_where_there_is_no_flight_recorder(String options) {
        boolean asked = options.contains("stacks");
        ChildJvm jvm = asked ? own() : own().with("--limit-modules", "java.base,java.instrument");

        ChildJvm.Ended ended = busy().run(jvm.withAgent(options));

        assertThat(ended.err())
                .isEqualTo(
                        asked
                                ? ""
                                : "jprof: this JVM has no Flight Recorder; a thread looks at the stacks instead, at safepoints only\n");
        Sampled sampled = new Sampled(ended.profile());
        assertThat(sampled.hottestOf("app.Busy")).isEqualTo("app.Busy.hot");
        assertThat(sampled.said("engine")).isEqualTo("stacks");
        assertThat(sampled.of(SLEPT).keySet()).anyMatch(SLEEPING);
        assertThat(sampled.of(PARKED).keySet()).anyMatch(method -> method.endsWith("Unsafe.park"));
    }

    /** Each JVM has other addresses; to compare its recording with another's, methods must be the same. */
    @ParameterizedTest
    @MethodSource("jdks")
    void lambda_classes_are_the_same_in_two_runs(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Lambdas", """
                package app;

                public class Lambdas {
                    static Object kept;
                    static void fail() { try { throw new IllegalStateException(); } catch (IllegalStateException e) { kept = e; } }
                    public static void main(String[] args) {
                        Runnable one = () -> fail();
                        Runnable other = Lambdas::fail;
                        for (int i = 0; i < 10; i++) { one.run(); other.run(); }
                    }
                }
                """);

        List<Profile> runs = List.of(
                target.run(ChildJvm.on(jdk, folder).withAgent("mode=sample")).profile(),
                target.run(ChildJvm.on(jdk, folder).withAgent("mode=sample")).profile());

        for (Profile run : runs) {
            assertThat(new Sampled(run).of(EXCEPTIONS)).containsEntry("app.Lambdas.fail", 20L);
            assertThat(classesOf(run))
                    .filteredOn(name -> name.startsWith("app.Lambdas$$"))
                    .hasSize(jdk.major() < 21 ? 2 : 1)
                    .allMatch(name -> name.matches("app\\.Lambdas\\$\\$Lambda(\\$[0-9]+)?"));
        }
        assertThat(keysOf(runs.get(0))).isEqualTo(keysOf(runs.get(1)));
    }

    private static Set<String> classesOf(Profile profile) {
        return profile.methods().stream().map(Method::className).collect(Collectors.toSet());
    }

    private static Set<MethodKey> keysOf(Profile profile) {
        return profile.methods().stream()
                .filter(method -> method.className().startsWith("app."))
                .map(MethodKey::of)
                .collect(Collectors.toSet());
    }

    @Test
    void frames_that_the_patterns_leave_out_fold_into_their_callers() {
        ChildJvm.Ended ended = busy().run(own().withAgent("mode=sample,include=app.*"));

        Sampled sampled = new Sampled(ended.profile());
        assertThat(sampled.of(SLEPT)).containsKey("app.Busy.sleep");
        assertThat(sampled.profile().methods())
                .filteredOn(method -> !method.className().isEmpty())
                .allMatch(method -> method.className().startsWith("app.Busy"));
    }

    @Test
    void recording_begins_late_and_ends_early() {
        ChildJvm.Ended ended = busy().run(own().withAgent("mode=sample,engine=stacks,delay=200ms,duration=500ms"));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.profile().meta().values()).containsEntry("reason", "duration");
        assertThat(new Sampled(ended.profile()).of(SLEPT)).isEmpty();
        assertThat((Long) ended.profile().meta().values().get("wallNs")).isBetween(500_000_000L, 1_500_000_000L);
    }

    /** Two recordings at a time, both of which the end of the program ends. */
    @Test
    void a_recording_of_the_programs_own_is_left_alone() {
        Target target = Target.of(folder, 17, "app.Recorder", """
                package app;

                import java.nio.file.Files;
                import java.nio.file.Path;
                import jdk.jfr.Recording;

                public class Recorder {
                    static long sum;
                    static void hot() { for (long n = 1; n < 8_000; n++) for (long m = n; m != 1; sum++) m = m % 2 == 0 ? m / 2 : 3 * m + 1; }
                    public static void main(String[] args) throws Exception {
                        Recording own = new Recording();
                        own.enable("jdk.ThreadSleep");
                        own.start();
                        long end = System.nanoTime() + 1_000_000_000L;
                        while (System.nanoTime() < end) hot();
                        own.dump(Path.of(args[0]));
                        System.out.println(Files.size(Path.of(args[0])) > 0);
                    }
                }
                """);

        ChildJvm.Ended ended = target.run(
                own().withAgent("mode=sample"), folder.resolve("own.jfr").toString());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("true\n");
        assertThat(new Sampled(ended.profile()).hottestOf("app.Recorder")).isEqualTo("app.Recorder.hot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jfr", "stacks"})
    void a_program_that_runs_out_of_memory_ends_as_ever_and_has_a_profile(String engine) {
        Target target = Target.of(folder, 8, "app.Full", """
                package app;

                import java.util.*;

                public class Full {
                    static final List<Object> KEPT = new ArrayList<>();
                    static void fill() { while (true) KEPT.add(new byte[1_000]); }
                    public static void main(String[] args) {
                        try { fill(); } finally { KEPT.clear(); }
                    }
                }
                """);

        ChildJvm.Ended ended = target.run(own().with("-Xmx64m").withAgent("mode=sample,engine=" + engine));

        assertThat(ended.err()).contains("java.lang.OutOfMemoryError").doesNotContain("jprof:");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.profile().meta().values()).containsEntry("mode", "sample");
    }

    /** Longer than recordings take turns: what the first of them saw is not lost, and nothing counts twice. */
    @Test
    void snapshots_do_not_count_twice() {
        ChildJvm.Ended ended = busy().run(own().withAgent("mode=sample,every=300ms"));

        Sampled sampled = new Sampled(ended.profile());
        assertThat(ended.err()).isEmpty();
        assertThat(sampled.profile().meta().values()).containsEntry("reason", "exit");
        assertThat(sampled.of(SLEPT).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isBetween(300_000_000L, 2_000_000_000L);
        assertThat(sampled.of(BLOCKED)).hasSize(1);
    }
}
