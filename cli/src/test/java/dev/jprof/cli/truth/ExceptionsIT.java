package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that are left by an exception: constructors, static initialisers, exhausted stacks. */
class ExceptionsIT {
    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void constructors_that_throw_are_counted_and_what_follows_hangs_where_it_belongs(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Constructors", """
                package app;

                public class Constructors {
                    static class Base {
                        Base(int n) { if (n % 4 == 1) throw new IllegalStateException("inside super"); }
                    }
                    static class Derived extends Base {
                        Derived(int n) { super(before(n)); if (n % 4 == 2) throw new IllegalStateException("after super"); }
                    }
                    static int before(int n) { if (n % 4 == 0) throw new IllegalStateException("before super"); return n; }
                    static void after() {}
                    static void attempt(int n) {
                        try { new Derived(n); } catch (IllegalStateException e) { after(); }
                    }
                    public static void main(String[] args) {
                        for (int i = 0; i < 40000; i++) attempt(i);
                        System.out.println("done");
                    }
                }
                """);

        var profile =
                target.runsTheSame(ChildJvm.on(jdk, folder), "include=app.*").profile();

        Counts counts = Counts.of(profile);
        assertThat(counts.of("app.Constructors$Derived.<init>")).isEqualTo(new Counts.Row(40_000, 40_000, 30_000, 0));
        assertThat(counts.of("app.Constructors$Base.<init>")).isEqualTo(new Counts.Row(30_000, 30_000, 10_000, 0));
        assertThat(counts.of("app.Constructors.before")).isEqualTo(new Counts.Row(40_000, 40_000, 10_000, 0));
        PathTree tree = PathTree.of(profile, key -> true);
        assertThat(tree.child("app.Constructors.main")
                        .child("app.Constructors.attempt")
                        .child("app.Constructors.after"))
                .hasToString("30000 calls, 0 errors, 0 open");
    }

    @Test
    void a_static_initialiser_that_throws_is_an_error_once() {
        Target target = Target.of(folder, 8, "app.Initialisers", """
                package app;

                public class Initialisers {
                    static class Broken {
                        static { fail(); }
                        static void use() {}
                    }
                    static void fail() { throw new IllegalStateException("no"); }
                    public static void main(String[] args) {
                        for (int i = 0; i < 3; i++) {
                            try { Broken.use(); } catch (LinkageError e) { System.out.println(e.getClass()); }
                        }
                        Broken.use();
                    }
                }
                """);

        ChildJvm.Ended ended = target.runsTheSame(ChildJvm.in(folder), "include=app.*");

        assertThat(ended.exitCode()).isEqualTo(1);
        Counts counts = Counts.of(ended.profile());
        assertThat(counts.of("app.Initialisers$Broken.<clinit>")).isEqualTo(new Counts.Row(1, 1, 1, 0));
        assertThat(counts.calls("app.Initialisers$Broken.use")).isZero();
        assertThat(counts.errors("app.Initialisers.main")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_thousand_stack_overflows_cost_at_most_one_count_each(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Overflow", """
                package app;

                public class Overflow {
                    static int caught;
                    static long entered;
                    static void recurse() { entered++; recurse(); }
                    static void attempt() {
                        try { recurse(); } catch (StackOverflowError expected) { caught++; }
                    }
                    static void steady() {}
                    public static void main(String[] args) throws Exception {
                        Thread thread = new Thread(null, () -> {
                            for (int i = 0; i < 1000; i++) {
                                attempt();
                                for (int j = 0; j < 10; j++) steady();
                            }
                        }, "overflowing", 300_000);
                        thread.start();
                        thread.join();
                        System.out.println("caught " + caught);
                        java.nio.file.Files.write(java.nio.file.Paths.get("entered.txt"), ("" + entered).getBytes("UTF-8"));
                    }
                }
                """);

        ChildJvm.Ended ended = target.runsTheSame(ChildJvm.on(jdk, folder), "include=app.*");

        assertThat(ended.out()).isEqualTo("caught 1000\n");
        Counts counts = Counts.of(ended.profile());
        assertThat(counts.calls("app.Overflow.attempt")).isEqualTo(1000);
        assertThat(counts.calls("app.Overflow.steady")).isEqualTo(10_000);
        assertThat(counts.calls("app.Overflow.recurse") - Long.parseLong(ended.text("entered.txt")))
                .isBetween(-1000L, 1000L);
    }

    static Collection<Jdk> jdksThatStopThreads() {
        return InstalledJdks.all().stream().filter(jdk -> jdk.major() < 20).toList();
    }

    /** An exception may come out of a probe that has done its work, and the method's handler is the next one. */
    @ParameterizedTest
    @MethodSource("jdksThatStopThreads")
    void threads_that_are_stopped_leave_a_profile_that_can_be_read(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Stopped", """
                package app;

                public class Stopped extends Thread {
                    static double sum;
                    static void spin() { for (int i = 0; i < 5; i++) sum += Math.sin(i); }
                    static void turn() { spin(); }
                    @Override public void run() {
                        try { while (true) turn(); } catch (ThreadDeath stopped) { sum++; }
                    }
                    @SuppressWarnings("deprecation")
                    public static void main(String[] args) throws Exception {
                        for (int n = 0; n < 100; n++) {
                            Thread thread = new Stopped();
                            thread.start();
                            Thread.sleep(3 + n % 5);
                            // The JVM loses some, the more calls there are: so it is said again.
                            for (thread.stop(); thread.isAlive(); thread.stop()) thread.join(20);
                        }
                    }
                }
                """);
        ChildJvm jvm = ChildJvm.on(jdk, folder);

        for (String options : new String[] {"", "clock=exact"}) {
            assertThat(target.run(jvm.withAgent(options)).profile().threads()).isNotEmpty();
        }
    }

    @Test
    void a_hundred_thousand_frames_deep() {
        Target target = Target.of(folder, 8, "app.Deep", """
                package app;

                public class Deep {
                    static int down(int n) { return n == 0 ? 0 : 1 + down(n - 1); }
                    public static void main(String[] args) throws Exception {
                        Thread thread = new Thread(null, () -> System.out.println(down(100_000)), "deep", 1L << 30);
                        thread.start();
                        thread.join();
                    }
                }
                """);

        ChildJvm.Ended ended = target.runsTheSame(ChildJvm.in(folder), "include=app.*");

        assertThat(ended.out()).isEqualTo("100000\n");
        assertThat(Counts.of(ended.profile()).of("app.Deep.down")).isEqualTo(new Counts.Row(100_001, 1, 0, 0));
    }
}
