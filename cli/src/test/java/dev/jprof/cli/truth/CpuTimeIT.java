package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code clock=cpu}: a program that works and sleeps by turns reads its own CPU time, which tells both apart. */
class CpuTimeIT {
    private static final String SOURCE = """
            package app;

            import java.lang.management.*;

            public class Turns {
                static double sum;
                static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
                static void work(int rounds) { for (int i = 0; i < rounds; i++) sum += Math.sqrt(sum + i); }
                static void nap() {
                    try { Thread.sleep(1); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                }
                static void turn() { work(20_000); work(20_000); nap(); }
                static void turns() { for (int i = 0; i < 1_000; i++) turn(); }
                static void shortCalls() { for (int i = 0; i < 3_000_000; i++) work(30); }
                static long cpu() { return THREADS.getCurrentThreadCpuTime(); }
                public static void main(String[] args) {
                    work(1);
                    long start = cpu();
                    turns();
                    long middle = cpu();
                    shortCalls();
                    System.out.println((middle - start) + " " + (cpu() - middle));
                }
            }
            """;

    private static final String BUNCHES = """
            package app;

            import java.lang.management.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.LockSupport;

            public class Bunches {
                static final LinkedBlockingQueue<Integer> TASKS = new LinkedBlockingQueue<>();
                static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
                static volatile int sink;
                static int take() throws InterruptedException { return TASKS.take(); }
                static int small(int x) { for (int i = 0; i < 60; i++) x = x * 31 + i; return x; }
                static void handle(int n) { for (int i = 0; i < 200; i++) sink += small(n + i); }
                static long work(int tasks) throws InterruptedException {
                    long known = 0;
                    for (int i = 0; i < tasks; i++) {
                        int task = take();
                        long start = THREADS.getCurrentThreadCpuTime();
                        handle(task);
                        known += THREADS.getCurrentThreadCpuTime() - start;
                    }
                    return known;
                }
                public static void main(String[] args) throws Exception {
                    FutureTask<Long> worker = new FutureTask<>(() -> work(8_000));
                    new Thread(worker).start();
                    for (int i = 0; i < 8_000; i++) {
                        TASKS.put(i);
                        if (i % 8 == 0) LockSupport.parkNanos(1_500_000);
                    }
                    System.out.println(worker.get());
                }
            }
            """;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    /** JDKs before 19 ask the current thread for its id when they are asked for its counts. */
    @ParameterizedTest
    @MethodSource("jdks")
    void a_thread_may_have_an_id_of_its_own_making(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Named", """
                package app;

                public class Named extends Thread {
                    @Override public long getId() { return id(); }
                    long id() { return Long.valueOf(7).longValue(); }
                    @Override public void run() { for (int i = 0; i < 1000; i++) work(i); System.out.println("ran"); }
                    static String work(int i) { return String.valueOf(i); }
                    public static void main(String[] args) throws Exception {
                        Named named = new Named();
                        named.start();
                        named.join();
                    }
                }
                """);

        ChildJvm.Ended ended = target.run(ChildJvm.on(jdk, folder).withAgent("clock=cpu,alloc=on,include=app.*"));

        assertThat(ended.out()).isEqualTo("ran\n");
        assertThat(rows(ended.profile()).get("work").calls()).isEqualTo(1000);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void sleep_costs_nothing_and_work_what_the_program_reads(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Turns", SOURCE);

        ChildJvm.Ended ended = target.run(ChildJvm.on(jdk, folder).withAgent("clock=cpu,include=app.*"));

        assertThat(ended.err()).isEmpty();
        String[] known = ended.out().trim().split(" ");
        long turns = Long.parseLong(known[0]);
        long shortCalls = Long.parseLong(known[1]);
        Map<String, MethodStats> rows = rows(ended.profile());
        assertThat(rows.get("turns").total()).isCloseTo(turns, within(turns / 20));
        assertThat(rows.get("shortCalls").total()).isCloseTo(shortCalls, within(shortCalls / 20));
        // What falling asleep and waking up takes in the kernel is CPU time of the nap.
        assertThat(rows.get("nap").self()).isLessThan(turns / 2);
        assertThat(rows.get("nap").calls()).isEqualTo(1_000);
        assertThat(ended.profile().meta().values()).containsEntry("clock", "cpu");
    }

    /** Most ticks find the thread waiting; none of them may give the method that waits what the others worked before. */
    @ParameterizedTest
    @MethodSource("jdks")
    void work_between_two_ticks_is_not_that_of_the_method_that_waits_for_more(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Bunches", BUNCHES);

        ChildJvm.Ended ended = target.run(ChildJvm.on(jdk, folder).withAgent("clock=cpu,include=app.*"));

        assertThat(ended.err()).isEmpty();
        long known = Long.parseLong(ended.out().trim());
        Map<String, MethodStats> rows = rows(ended.profile());
        assertThat(rows.get("handle").total()).isGreaterThan(known / 5);
        assertThat(rows.get("take").calls()).isEqualTo(8_000);
    }

    private static Map<String, MethodStats> rows(Profile profile) {
        Map<String, MethodStats> byName = new TreeMap<>();
        MethodTable.of(profile).rows().forEach(row -> byName.put(row.method().name(), row));
        return byName;
    }
}
