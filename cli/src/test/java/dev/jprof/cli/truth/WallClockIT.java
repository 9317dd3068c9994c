package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.ThreadRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code engine=async}: async-profiler sees the wall time of threads that sleep and of threads that work. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class WallClockIT {
    /** Three threads live for the same time: one sleeps, one works, one sleeps for a quarter of its time by its own clock. */
    private static final String SOURCE = """
            package app;

            public class Shares {
                static volatile long sink;
                static volatile boolean over;
                interface Work { void work() throws Exception; }
                static void asleep() throws Exception { while (!over) Thread.sleep(10); }
                static void awake() { while (!over) sink++; }
                static void quarter() throws Exception { Thread.sleep(10); }
                static void rest(long nanos) { long end = System.nanoTime() + nanos; while (System.nanoTime() < end) sink++; }
                static void mixed() throws Exception {
                    long slept = 0, worked = 0;
                    while (!over) {
                        long begin = System.nanoTime();
                        quarter();
                        slept += System.nanoTime() - begin;
                        rest(3 * slept - worked);
                        worked = 3 * slept;
                    }
                }
                static Thread start(String name, Work work) {
                    Thread thread = new Thread(name) {
                        @Override public void run() {
                            try { work.work(); } catch (Exception e) { throw new IllegalStateException(e); }
                        }
                    };
                    thread.start();
                    return thread;
                }
                public static void main(String[] args) throws Exception {
                    Thread[] threads = {start("asleep", Shares::asleep), start("awake", Shares::awake), start("mixed", Shares::mixed)};
                    long begin = System.nanoTime();
                    Thread.sleep(2500);
                    over = true;
                    System.out.println(System.nanoTime() - begin);
                    for (Thread thread : threads) thread.join();
                }
            }
            """;

    private static final Metric RUNNING = new Metric("running", "ns");

    @TempDir
    private static Path libraries;

    @TempDir
    private Path folder;

    private static Path library = Path.of("");

    @BeforeAll
    static void unpackTheLibrary() throws IOException {
        library = AsyncLibrary.in(libraries);
    }

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    private Target shares() {
        return Target.of(folder, 8, "app.Shares", SOURCE);
    }

    private ChildJvm own() {
        return ChildJvm.in(folder);
    }

    private static String async(String more) {
        return "mode=sample,engine=async,interval=20ms,include=app.*" + more;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void wall_time_is_shared_as_the_program_does(Jdk jdk) {
        ChildJvm.Ended ended = shares().run(ChildJvm.on(jdk, folder).withAgent(async(",libpath=" + library)));

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("jprof:");
        assertShares(new Sampled(ended.profile()), lived(ended));
        assertThat(ended.folder()).isDirectoryNotContaining("glob:*.jfr");
    }

    /** On a busy machine a thread is late to wake and to be seen running, so that bounds are wide and only of what must be unlike. */
    private static void assertShares(Sampled sampled, double lived) {
        Map<String, Long> wall = sampled.of(Sampled.TIME);
        Map<String, Long> running = sampled.of(RUNNING);
        assertThat(of(wall, "app.Shares.asleep") / lived).isBetween(0.4, 1.3);
        assertThat(of(wall, "app.Shares.awake") / lived).isBetween(0.1, 1.3);
        assertThat(of(wall, "app.Shares.quarter") / lived).isBetween(0.01, 0.6);
        assertThat(of(running, "app.Shares.awake")).isGreaterThan(0.7 * of(wall, "app.Shares.awake"));
        assertThat(of(running, "app.Shares.rest")).isGreaterThan(0.7 * of(wall, "app.Shares.rest"));
        assertThat(of(running, "app.Shares.asleep")).isLessThan(0.5 * of(wall, "app.Shares.asleep"));
        assertThat(sampled.of(Sampled.SAMPLES))
                .allSatisfy((method, samples) -> assertThat(wall).containsEntry(method, samples * 20_000_000));
        assertThat(sampled.said("engine")).isEqualTo("async");
        assertThat(sampled.profile().threads())
                .extracting(ThreadRow::name)
                .contains("asleep", "awake", "mixed")
                .noneMatch(name -> name.startsWith("Async-profiler"));
        assertThat(sampled.profile().meta().values())
                .containsEntry("clock", "wall")
                .containsEntry("event", "profiler.WallClockSample");
    }

    /** As long as the program says that its threads lived. */
    private static double lived(ChildJvm.Ended ended) {
        return Double.parseDouble(ended.out());
    }

    private static double of(Map<String, Long> times, String method) {
        return times.getOrDefault(method, 0L);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void the_library_of_ap_loader_on_the_class_path_will_do(Jdk jdk) {
        ChildJvm jvm = ChildJvm.on(jdk, folder).with("-Duser.home=" + folder).withAgent(async(""));

        ChildJvm.Ended ended = shares().withJar(AsyncLibrary.jar()).run(jvm);

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("jprof:");
        assertShares(new Sampled(ended.profile()), lived(ended));
    }

    @ParameterizedTest
    @CsvSource({
        "'', engine=async needs async-profiler: name its libasyncProfiler.so by libpath=PATH",
        "no-such-file.so, libpath= names the libasyncProfiler of this system",
    })
    void without_the_library_one_line_says_what_to_do_and_the_program_runs(String path, String what) {
        ChildJvm.Ended ended = shares().run(own().withAgent(async(path.isEmpty() ? "" : ",libpath=" + path)));

        assertThat(lived(ended)).isPositive();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err().lines().filter(line -> line.startsWith("jprof: ")))
                .singleElement()
                .asString()
                .startsWith("jprof: engine=async ")
                .contains(what, "without being profiled");
        assertThat(ended.folder().resolve("profile.json")).doesNotExist();
    }

    @Test
    void a_program_that_uses_async_profiler_itself_is_left_alone() {
        Path own = folder.resolve("own.jfr");
        ChildJvm jvm = own().with("-agentpath:" + library + "=start,event=itimer,jfr,file=" + own);

        ChildJvm.Ended ended = shares().run(jvm.withAgent(async(",libpath=" + library)));

        assertThat(ended.err()).contains("engine=async: async-profiler could not start (Profiler already started)");
        assertThat(own).isNotEmptyFile();
    }
}
