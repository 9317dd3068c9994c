package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A heap that the program has filled: what probes need there is not the program's error, and not its loss of time. */
class FullHeapIT {
    @TempDir
    private Path folder;

    @Test
    void memory_that_runs_out_is_the_programs_own_affair() {
        Target target = Target.of(folder, 8, "app.Memory", """
                package app;

                import java.util.ArrayList;
                import java.util.List;

                public class Memory {
                    static byte[] allocate() { return new byte[1 << 20]; }
                    static void fill() {
                        List<byte[]> all = new ArrayList<>();
                        while (true) all.add(allocate());
                    }
                    public static void main(String[] args) {
                        int caught = 0;
                        for (int i = 0; i < 100; i++) {
                            try { fill(); } catch (OutOfMemoryError expected) { caught++; }
                        }
                        System.out.println("caught " + caught);
                    }
                }
                """);

        ChildJvm.Ended ended = target.runsTheSame(ChildJvm.in(folder).with("-Xmx24m"), "include=app.*");

        assertThat(ended.out()).isEqualTo("caught 100\n");
        Counts counts = Counts.of(ended.profile());
        assertThat(counts.calls("app.Memory.fill")).isBetween(99L, 101L);
        assertThat(counts.calls("app.Memory.main")).isEqualTo(1);
    }

    /** Each node that the heap has no room for would take a collection, at every call. */
    @ParameterizedTest
    @ValueSource(strings = {"Serial", "G1"})
    void paths_that_begin_on_a_full_heap_are_folded_and_cost_few_collections(String collector) {
        Target target = Target.of(folder, 8, "app.Full", """
                package app;

                import java.lang.management.*;

                public class Full {
                    static Object full;
                    static long sink;
                    static final GarbageCollectorMXBean[] BEANS =
                            ManagementFactory.getGarbageCollectorMXBeans().toArray(new GarbageCollectorMXBean[0]);
                    static long collections() {
                        long count = 0;
                        for (int i = 0; i < BEANS.length; i++) count += BEANS[i].getCollectionCount();
                        return count;
                    }
                    static void fill() {
                        for (int size = 1 << 20; size > 0; size = size == 1 << 20 ? 16 : 0) {
                            try { while (true) full = new Object[] {full, new byte[size]}; }
                            catch (OutOfMemoryError expected) { }
                        }
                    }
                    static void even(int depth) { sink += System.nanoTime(); if (depth > 0) odd(depth - 1); }
                    static void odd(int depth) { sink += System.nanoTime(); if (depth > 0) even(depth - 1); }
                    public static void main(String[] args) {
                        even(2);
                        long before = collections();
                        fill();
                        long filled = collections();
                        even(399);
                        long since = collections() - filled;
                        full = null;
                        System.out.println(since < 100 ? "few" : since + " after " + (filled - before));
                    }
                }
                """);

        ChildJvm jvm = ChildJvm.in(folder).with("-Xmx24m").with("-XX:+Use" + collector + "GC");
        ChildJvm.Ended ended = target.run(jvm.withAgent("include=app.*"));

        assertThat(ended.out()).isEqualTo("few\n");
        Counts counts = Counts.of(ended.profile());
        long folded = counts.calls("[overflow]");
        assertThat(counts.calls("app.Full.even") + counts.calls("app.Full.odd") + folded)
                .isBetween(403L, 405L);
        assertThat(folded).isGreaterThan(100);
        assertThat(ended.profile().meta().values()).containsKey("overflow");
    }

    /** The JVM starts no shutdown hook where it has no memory. */
    @ParameterizedTest
    @ValueSource(strings = {"Serial", "G1"})
    void a_program_that_dies_of_a_full_heap_has_its_profile(String collector) {
        Target target = Target.of(folder, 8, "app.Leak", """
                package app;

                import java.util.ArrayList;
                import java.util.List;

                public class Leak {
                    static final List<byte[]> kept = new ArrayList<>();
                    static void leak() { kept.add(new byte[1000]); }
                    public static void main(String[] args) throws Exception {
                        for (int i = 1;; i++) {
                            leak();
                            if (i % 100 == 0) Thread.sleep(1);
                        }
                    }
                }
                """);

        ChildJvm jvm = ChildJvm.in(folder).with("-Xmx24m").with("-XX:+Use" + collector + "GC");
        ChildJvm.Ended ended = target.run(jvm.withAgent("include=app.*"));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("OutOfMemoryError").doesNotContain("ASSERTION FAILED");
        assertThat(Counts.of(ended.profile()).calls("app.Leak.leak")).isGreaterThan(5_000);
    }

    /** The first probe of a thread makes its recorder, which must not be the allocation that fails. */
    @Test
    void threads_that_begin_on_a_full_heap_run_as_without_probes() {
        Target target = Target.of(folder, 8, "app.Late", """
                package app;

                import java.util.concurrent.CountDownLatch;

                public class Late {
                    static final CountDownLatch filled = new CountDownLatch(1);
                    static final Waiter[] waiters = new Waiter[100];
                    static Object[] full;

                    static int work(int n) { return n == 0 ? 0 : 1 + work(n - 1); }
                    public static void main(String[] args) throws Exception {
                        for (int i = 0; i < waiters.length; i++) {
                            waiters[i] = new Waiter();
                            waiters[i].start();
                        }
                        Thread.sleep(500);
                        for (int size = 1 << 20; size > 0; size = size == 1 << 20 ? 16 : 0) {
                            try { while (true) full = new Object[] {full, new byte[size]}; }
                            catch (OutOfMemoryError expected) { }
                        }
                        filled.countDown();
                        Thread.sleep(2000);
                        full = null;
                        int errors = 0;
                        for (Waiter waiter : waiters) {
                            waiter.join();
                            if (waiter.thrown != null) { errors++; waiter.thrown.printStackTrace(); }
                        }
                        System.out.println("errors " + errors);
                    }
                }

                /** Not instrumented: the thread's first probe is that of work. */
                class Waiter extends Thread {
                    Throwable thrown;

                    @Override
                    public void run() {
                        try { Late.filled.await(); Late.work(10); } catch (Throwable t) { thrown = t; }
                    }
                }
                """);

        ChildJvm.Ended ended =
                target.runsTheSame(ChildJvm.in(folder).with("-Xmx24m", "-XX:+UseSerialGC"), "include=app.Late");

        assertThat(ended.out()).isEqualTo("errors 0\n");
    }
}
