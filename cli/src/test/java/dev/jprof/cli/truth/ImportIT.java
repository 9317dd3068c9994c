package dev.jprof.cli.truth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.jprof.cli.Main;
import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.io.ProfileSchema;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings of a program that knows what it does, by each JDK and by async-profiler, as profiles. */
class ImportIT {
    private static final Metric EXCEPTIONS = new Metric("exceptions", "count");
    private static final Metric INVOCATIONS = new Metric("invocations", "count");
    private static final Metric TRACES = new Metric("traces", "count");
    private static final Metric SLEPT = new Metric("slept", "ns");
    private static final Metric ALLOCATED = new Metric("allocated", "bytes");
    private static final int ROUNDS = 100;

    @TempDir
    static Path classes;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void compile() {
        Javac.compile(8, classes, "Shares", """
                public class Shares {
                    static volatile long sink;
                    static volatile byte[] last;
                    static long often(long n) { long x = 1; for (long i = 0; i < n; i++) x = x * 31 + (i ^ x >>> 7); return x; }
                    static long seldom(long n) { long x = 2; for (long i = 0; i < n; i++) x = x * 31 + (i ^ x >>> 7); return x; }
                    static void allocate() { for (int i = 0; i < 5000; i++) last = new byte[1000]; }
                    static void fail() { throw new IllegalStateException("x"); }
                    public static void main(String[] args) throws Exception {
                        Thread sleeper = new Thread(() -> {
                            for (int i = 0; i < 10; i++) {
                                try { Thread.sleep(20); } catch (InterruptedException e) { return; }
                            }
                        }, "sleeper");
                        sleeper.start();
                        // rounds as long as the interval of samples would always be sampled in the same method
                        java.util.Random lengths = new java.util.Random(1);
                        int rounds = Integer.parseInt(args[0]);
                        for (int i = 0; i < rounds; i++) {
                            int length = lengths.nextInt(1000000);
                            sink += often(12L * length);
                            sink += seldom(length);
                            allocate();
                            try { fail(); } catch (IllegalStateException e) { sink++; }
                        }
                        sleeper.join();
                    }
                }
                """);
    }

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_recording_of_each_jdk_has_its_samples_and_events(Jdk jdk) throws IOException {
        Path recording = recorded(jdk, "jdk.ExecutionSample");

        Profile profile = imported(recording);

        assertThat(metaText(profile, "event")).isEqualTo("jdk.ExecutionSample");
        assertThat(metaText(profile, "intervalNs")).isEqualTo("10000000");
        assertThat(profile.threads()).extracting(ThreadRow::name).contains("main", "sleeper");
        assertThat(samplesOf(profile, "often"))
                .isGreaterThan(samplesOf(profile, "seldom"))
                .isGreaterThan(5);
        assertThat(sum(profile, Metric.SAMPLED)).isEqualTo(sum(profile, Metric.SAMPLES) * 10_000_000);
        assertThat(sumBelow(profile, EXCEPTIONS, "fail")).isEqualTo(ROUNDS);
        assertThat(sumBelow(profile, SLEPT, "lambda$main$0")).isBetween(200_000_000L, 60_000_000_000L);
        assertThat(profile.methods())
                .extracting(Method::className)
                .filteredOn(name -> name.startsWith("Shares$$"))
                .isNotEmpty()
                .allMatch(name -> name.matches("Shares\\$\\$Lambda(\\$[0-9]+)?"));
        assertThat(sumBelow(profile, ALLOCATED, "allocate")).isGreaterThan(100_000_000);
        assertThat(ProfileSchema.in(Path.of("..", "docs")).violations(folder.resolve("p.json")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"25", "26"})
    void newer_jdks_sample_processor_time_and_count_calls(int major) throws IOException {
        assumeThat(InstalledJdks.of(major)).isPresent();
        Path recording = recorded(InstalledJdks.of(major).orElseThrow(), "jdk.CPUTimeSample");

        Profile profile = imported(recording);

        assertThat(metaText(profile, "event")).isEqualTo("jdk.CPUTimeSample");
        assertThat(metaText(profile, "intervalNs")).isEqualTo("10000000");
        assertThat(samplesOf(profile, "often")).isGreaterThan(samplesOf(profile, "seldom"));
        assertThat(sumOf(profile, INVOCATIONS, "often")).isEqualTo(ROUNDS);
        assertThat(sumOf(profile, TRACES, "allocate")).isEqualTo(ROUNDS);
        assertThat(profile.tree().columns().keySet())
                .extracting(Metric::name)
                .contains("invoked", "traced")
                .doesNotContain("calls", "self");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void async_profiler_writes_recordings_and_collapsed_stacks() throws IOException {
        Profile recorded = imported(sampledBy("itimer", "jfr", "rec.jfr"));
        Profile collapsed = imported(sampledBy("itimer", "collapsed,threads,sig", "stacks.txt"));

        assertThat(metaText(recorded, "intervalNs")).isEqualTo("5000000");
        assertThat(recorded.meta().values().get("source")).asString().contains("async-profiler 4.6");
        for (Profile profile : List.of(recorded, collapsed)) {
            assertThat(profile.methods())
                    .filteredOn(method -> method.className().equals("Shares"))
                    .extracting(Method::name)
                    .contains("main", "often");
            assertThat(samplesOf(profile, "often")).isGreaterThan(samplesOf(profile, "seldom"));
            assertThat(profile.methods()).extracting(Method::className).noneMatch(name -> name.contains(".so"));
        }
        assertThat(metaText(imported(sampledBy("wall", "jfr", "wall.jfr")), "intervalNs"))
                .isEqualTo("5000000");
        assertThat(collapsed.methods()).extracting(Method::descriptor).contains("([Ljava/lang/String;)V");
        assertThat(collapsed.threads()).hasSizeGreaterThan(1);
    }

    @Test
    void damaged_recordings_end_with_one_line() throws IOException {
        Path recording = recorded(InstalledJdks.of(17).orElseThrow(), "jdk.ExecutionSample");
        byte[] good = Files.readAllBytes(recording);
        Random random = new Random(3);
        List<byte[]> damaged = new ArrayList<>();
        for (int length : new int[] {0, 3, 4, 40, 68, 69, good.length / 3, good.length / 2, good.length - 1}) {
            damaged.add(Arrays.copyOf(good, length));
        }
        byte[] endless = good.clone();
        Arrays.fill(endless, 8, 16, (byte) 0);
        damaged.add(endless);
        for (int round = 0; round < 40; round++) {
            byte[] bad = good.clone();
            for (int flip = 0; flip < 200; flip++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            damaged.add(bad);
        }
        Path file = folder.resolve("damaged.jfr");
        int refused = 0;
        for (byte[] bytes : damaged) {
            Files.write(file, bytes);
            err.reset();
            int code = jprof(
                    "import", file.toString(), "-o", folder.resolve("q.json").toString(), "--from", "jfr");
            assertThat(code).as(err.toString(UTF_8)).isIn(0, 2);
            assertThat(err.toString(UTF_8).lines()).hasSize(code == 0 ? 0 : 1);
            refused += code == 0 ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(9);
    }

    private Path recorded(Jdk jdk, String sampled) throws IOException {
        Path settings = folder.resolve("settings.jfc");
        Files.writeString(settings, """
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration version="2.0">
                <event name="jdk.ActiveSetting"><setting name="enabled">true</setting></event>
                <event name="SAMPLED"><setting name="enabled">true</setting><setting name="period">10 ms</setting>
                <setting name="throttle">10ms</setting></event>
                <event name="jdk.ThreadSleep"><setting name="enabled">true</setting><setting name="stackTrace">true</setting>
                <setting name="threshold">0 ms</setting></event>
                <event name="jdk.ObjectAllocationInNewTLAB"><setting name="enabled">true</setting>
                <setting name="stackTrace">true</setting></event>
                <event name="jdk.JavaExceptionThrow"><setting name="enabled">true</setting>
                <setting name="stackTrace">true</setting><setting name="throttle">off</setting></event>
                <event name="jdk.MethodTiming"><setting name="enabled">true</setting>
                <setting name="filter">Shares::often</setting><setting name="period">endChunk</setting></event>
                <event name="jdk.MethodTrace"><setting name="enabled">true</setting><setting name="stackTrace">true</setting>
                <setting name="filter">Shares::allocate</setting><setting name="threshold">0 ms</setting></event>
                </configuration>
                """.replace("SAMPLED", sampled));
        Path recording = folder.resolve("rec.jfr");
        run(jdk, "-XX:StartFlightRecording=settings=" + settings + ",filename=" + recording);
        return recording;
    }

    private Path sampledBy(String event, String output, String name) throws IOException {
        Path library = folder.resolve("libasyncProfiler.so");
        try (InputStream packed = ImportIT.class.getResourceAsStream("/linux-x64/libasyncProfiler.so")) {
            Files.write(library, packed.readAllBytes());
        }
        Path file = folder.resolve(name);
        Jdk jdk = InstalledJdks.of(21).orElseThrow();
        run(jdk, "-agentpath:" + library + "=start,event=" + event + ",interval=5ms," + output + ",file=" + file);
        return file;
    }

    private void run(Jdk jdk, String flag) {
        ChildJvm.Ended ended =
                ChildJvm.on(jdk, folder).with(flag).run("-cp", classes.toString(), "Shares", String.valueOf(ROUNDS));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    private Profile imported(Path file) throws IOException {
        Path profile = folder.resolve("p.json");
        assertThat(jprof("import", file.toString(), "-o", profile.toString()))
                .as(err.toString(UTF_8))
                .isZero();
        return ProfileReader.read(profile);
    }

    private int jprof(String... arguments) {
        return Main.run(arguments, new ByteArrayOutputStream(), err);
    }

    private static String metaText(Profile profile, String key) {
        return String.valueOf(profile.meta().values().get(key));
    }

    private static long samplesOf(Profile profile, String method) {
        return sumOf(profile, Metric.SAMPLES, method);
    }

    private static long sum(Profile profile, Metric metric) {
        return LongStream.of(profile.tree().column(metric)).sum();
    }

    private static long sumOf(Profile profile, Metric metric, String method) {
        return sum(profile, metric, method, profile.tree().column(metric));
    }

    /** With all that the method called. */
    private static long sumBelow(Profile profile, Metric metric, String method) {
        return sum(profile, metric, method, profile.tree().total(metric));
    }

    private static long sum(Profile profile, Metric metric, String method, long[] column) {
        assertThat(profile.tree().columns()).containsKey(metric);
        long sum = 0;
        for (int node = 0; node < column.length; node++) {
            boolean named = !profile.tree().isRoot(node)
                    && profile.methods().get(profile.tree().method(node)).name().equals(method);
            sum += named ? column[node] : 0;
        }
        return sum;
    }
}
