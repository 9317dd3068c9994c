package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.AllocatedBytes;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code alloc=on}: the bytes of each method, on a program that knows its own and whose objects the compiler must keep. */
class AllocationIT {
    private static final int ROUNDS = 50_000;

    /** What a JVM allocates of its own while a method runs, such as the names of a class that is loaded. */
    private static final Offset<Long> AT_MOST = within(2_000L);

    /** Arrays of bytes have a header of 16 bytes on all of these JDKs. */
    private static final String SOURCE = """
            package app;

            public class Allocating {
                static Object kept;
                static void bytes(int size) { kept = new byte[size - 16]; }
                static void small() { bytes(104); }
                static void large(int i) { if (i % 10 == 0) bytes(10_000); }
                static void nothing(int i) { for (int j = 0; j < 30; j++) kept = kept == null ? "" : kept; }
                static void own(int i) { kept = new byte[1_000 - 16]; nothing(i); small(); }
                static void deep(int depth) { kept = new byte[200 - 16]; if (depth > 1) deep(depth - 1); }
                static void failing() {
                    try { fails(); } catch (IllegalStateException e) { kept = null; }
                }
                static final IllegalStateException ERROR = new IllegalStateException();
                static void fails() { kept = new byte[504 - 16]; throw ERROR; }
                static void add(java.util.List<Object> list) { list.add(kept); }
                static void growing(int count) {
                    java.util.List<Object> list = new java.util.ArrayList<>(10);
                    for (int i = 0; i < count; i++) add(list);
                    kept = list;
                }
                static void shortly(int count) { for (int i = 0; i < count; i++) mine(); }
                static void mine() { kept = new byte[5_000 - 16]; }
                static void round(int i) { small(); large(i); own(i); deep(5); failing(); }
                static void rounds(int count) { for (int i = 0; i < count; i++) round(i); }
                public static void main(String[] args) throws Exception {
                    int count = Integer.parseInt(args[0]);
                    Thread other = new Thread(() -> rounds(count), "other");
                    other.start();
                    rounds(count);
                    other.join();
                    growing(count);
                    for (int i = 0; i < 400; i++) {
                        Thread brief = new Thread(() -> shortly(50));
                        brief.start();
                        brief.join();
                    }
                    if (args.length > 1) System.exit(0);
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
    void bytes_are_exact(Jdk jdk) {
        Map<String, AllocatedBytes> bytes = allocated(run(jdk, "alloc=on,include=app.*"));

        assertKnown(bytes);
    }

    @Test
    void neither_histograms_nor_the_clock_matter() {
        Jdk jdk = InstalledJdks.of(Runtime.version().feature()).orElseThrow();

        assertKnown(allocated(run(jdk, "alloc=on,histogram=off,include=app.*")));
        assertKnown(allocated(run(jdk, "alloc=on,clock=exact,include=app.*")));
        assertKnown(allocated(run(jdk, "alloc=on,clock=cpu,include=app.*")));
    }

    /** As where the words that the JVM counts in are not found. */
    @Test
    void a_jvm_without_buffers_is_asked() {
        Jdk jdk = InstalledJdks.of(Runtime.version().feature()).orElseThrow();
        Target target = Target.of(folder, 8, "app.Allocating", SOURCE);

        ChildJvm jvm = ChildJvm.on(jdk, folder).with("-XX:-UseTLAB");

        assertKnown(allocated(
                target.runsTheSame(jvm, "alloc=on,include=app.*", "" + ROUNDS).profile()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Serial", "Parallel", "G1", "Z"})
    void no_collector_takes_bytes_away(String collector) {
        Jdk jdk = InstalledJdks.of(Runtime.version().feature()).orElseThrow();
        Target target = Target.of(folder, 8, "app.Allocating", SOURCE);

        ChildJvm jvm =
                ChildJvm.on(jdk, folder).with("-XX:+Use" + collector + "GC").with("-Xmx128m");

        assertKnown(allocated(
                target.runsTheSame(jvm, "alloc=on,include=app.*", "" + ROUNDS).profile()));
    }

    @Test
    void calls_that_are_open_have_what_they_allocated_so_far() {
        Target target = Target.of(folder, 8, "app.Allocating", SOURCE);

        Profile profile = target.runsTheSame(ChildJvm.in(folder), "alloc=on,include=app.*", "" + ROUNDS, "exit")
                .profile();

        assertKnown(allocated(profile));
        assertThat(allocated(profile).get("main").total()).isCloseTo(total(1) * ROUNDS, within(total(1) * ROUNDS / 20));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_jvm_that_counts_buffers_twice_is_said_to(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Allocating", SOURCE);

        ChildJvm serial = ChildJvm.on(jdk, folder).with("-XX:+UseSerialGC");
        ChildJvm.Ended ended = target.run(serial.withAgent("alloc=on,include=app.*"), "100");

        String told = jdk.major() == 8 ? "; start it with -XX:-FastTLABRefill\n" : "";
        assertThat(ended.err()).endsWith(told).hasLineCount(told.isEmpty() ? 0 : 1);
        assertThat(ended.profile().meta().values().containsKey("allocTooMuch")).isEqualTo(jdk.major() == 8);
    }

    @Test
    void without_it_nothing_is_said() {
        Jdk jdk = InstalledJdks.of(Runtime.version().feature()).orElseThrow();

        assertThat(allocated(run(jdk, "include=app.*")))
                .allSatisfy((method, bytes) -> assertThat(bytes.known()).isFalse());
    }

    private Profile run(Jdk jdk, String options) {
        Target target = Target.of(folder, 8, "app.Allocating", SOURCE);
        return target.runsTheSame(jvm(jdk), options, String.valueOf(ROUNDS)).profile();
    }

    /** Without the flag JDK 8 counts some buffers twice: docs/reading.md. */
    private ChildJvm jvm(Jdk jdk) {
        ChildJvm jvm = ChildJvm.on(jdk, folder);
        return jdk.major() == 8 ? jvm.with("-XX:-FastTLABRefill") : jvm;
    }

    private static long total(int threads) {
        return threads * (104 + 1_000 + 1_000 + 104 + 5 * 200 + 504L);
    }

    /** Both threads together. */
    private static void assertKnown(Map<String, AllocatedBytes> bytes) {
        long rounds = 2L * ROUNDS;
        assertThat(bytes.get("own").self()).isCloseTo(1_000 * rounds, AT_MOST);
        assertThat(bytes.get("own").total()).isCloseTo(1_104 * rounds, AT_MOST);
        assertThat(bytes.get("bytes").self()).isCloseTo(1_208 * rounds, AT_MOST);
        assertThat(bytes.get("large").total()).isCloseTo(1_000 * rounds, AT_MOST);
        assertThat(bytes.get("deep").self()).isCloseTo(1_000 * rounds, AT_MOST);
        assertThat(bytes.get("deep").total()).isCloseTo(1_000 * rounds, AT_MOST);
        assertThat(bytes.get("fails").self()).isCloseTo(504 * rounds, AT_MOST);
        assertThat(bytes.get("rounds").total()).isCloseTo(total(2) * ROUNDS, AT_MOST);
        assertThat(bytes.get("nothing").total()).isCloseTo(0, AT_MOST);
        assertThat(bytes.get("mine").self()).isCloseTo(400 * 50 * 5_000, AT_MOST);
        assertThat(bytes.get("shortly").self()).isCloseTo(0, AT_MOST);
        assertThat(bytes.get("add").self()).isGreaterThan(2L * 4 * ROUNDS);
        assertThat(bytes.get("growing").self()).isCloseTo(0, AT_MOST);
    }

    private static Map<String, AllocatedBytes> allocated(Profile profile) {
        Map<String, AllocatedBytes> byName = new TreeMap<>();
        for (MethodStats row : MethodTable.of(profile).rows()) {
            byName.put(row.method().name(), row.allocated());
        }
        return byName;
    }
}
