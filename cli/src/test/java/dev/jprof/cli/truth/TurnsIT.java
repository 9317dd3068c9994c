package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.Main;
import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What happens while recordings take turns is in both of two, and counts once. Up to JDK 17 a wait for a monitor that goes on meanwhile
 * has no stack, because the recorder looks at it before the wait: its time is kept.
 */
class TurnsIT {
    private static final Metric BLOCKED = new Metric("blocked", "ns");
    private static final Metric EXCEPTIONS = new Metric("exceptions", "count");

    /** Prints how long its threads were blocked, in ns, and how many exceptions they made. */
    private static final String CONTENDED = """
            package app;

            public class Contended {
                static long blocked;
                static long failed;
                static volatile boolean ended;
                static void fail() { throw new IllegalStateException(); }
                static void entered(long from) {
                    long wait = System.nanoTime() - from;
                    if (wait > 10_000_000) blocked += wait;
                }
                static synchronized void hold(long from) throws InterruptedException { entered(from); Thread.sleep(60); }
                static synchronized void enter(long from) { entered(from); }
                public static void main(String[] args) throws InterruptedException {
                    Thread holder = new Thread("holder") {
                        @Override public void run() {
                            try { while (!ended) { hold(System.nanoTime()); Thread.sleep(3); } } catch (InterruptedException e) { ended = true; }
                        }
                    };
                    holder.start();
                    for (long end = System.nanoTime() + 3_000_000_000L; System.nanoTime() < end; Thread.sleep(1)) {
                        enter(System.nanoTime());
                        try { fail(); } catch (IllegalStateException e) { failed++; }
                    }
                    ended = true;
                    holder.join();
                    System.out.println(blocked + " " + failed);
                }
            }
            """;

    /** The same with a recording of its own, into the file that it is given, while others begin and end. */
    private static final String RECORDED = """
            package app;

            import java.nio.file.Path;
            import java.time.Duration;
            import jdk.jfr.Recording;

            public class Recorded {
                static void turn() {
                    while (!Contended.ended) {
                        try (Recording other = new Recording()) {
                            other.start();
                            Thread.sleep(100);
                        } catch (InterruptedException e) {
                            Contended.ended = true;
                        }
                    }
                }
                public static void main(String[] args) throws Exception {
                    Recording recording = new Recording();
                    recording.enable("jdk.JavaMonitorEnter").withThreshold(Duration.ofMillis(10)).withStackTrace();
                    recording.enable("jdk.JavaExceptionThrow").withStackTrace();
                    recording.start();
                    Thread turns = new Thread(Recorded::turn);
                    turns.start();
                    Contended.main(args);
                    turns.join();
                    recording.stop();
                    recording.dump(Path.of(args[0]));
                }
            }
            """;

    /** Has no folder for temporary files during the first turn. */
    private static final String WITHOUT_ROOM = """
            package app;

            import java.io.File;

            public class WithoutRoom {
                static void fail() { try { throw new IllegalStateException(); } catch (IllegalStateException e) { e.getMessage(); } }
                public static void main(String[] args) throws InterruptedException {
                    File room = new File(System.getProperty("java.io.tmpdir"));
                    File away = new File(room.getPath() + "-away");
                    for (int i = 0; i < 100; i++) fail();
                    System.out.println(room.renameTo(away));
                    Thread.sleep(11_000);
                    System.out.println(away.renameTo(room));
                    for (int i = 0; i < 100; i++) fail();
                }
            }
            """;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    private Target contended() {
        return Target.of(folder, 8, "app.Contended", CONTENDED);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_the_sampler_sees_counts_once(Jdk jdk) {
        ChildJvm.Ended ended = contended().run(ChildJvm.on(jdk, folder).withAgent("mode=sample,every=100ms"));

        assertThat(ended.err()).isEmpty();
        assertCountsOnce(ended.profile(), ended);
    }

    @Test
    void what_is_imported_counts_once() throws IOException {
        Path recording = folder.resolve("own.jfr");
        Path file = folder.resolve("imported.json");
        contended();
        Target recorded =
                Target.of(folder.resolve("recorded"), 11, "app.Recorded", RECORDED, folder.resolve("classes"));
        ChildJvm jvm = ChildJvm.on(InstalledJdks.of(17).orElseThrow(), folder);
        ChildJvm.Ended ended = recorded.run(jvm, recording.toString());

        String[] arguments = {"import", recording.toString(), "-o", file.toString()};
        assertThat(Main.run(arguments, OutputStream.nullOutputStream(), OutputStream.nullOutputStream()))
                .isZero();
        assertCountsOnce(ProfileReader.read(file), ended);
    }

    @Test
    void a_turn_that_fails_is_told_of_and_the_next_one_has_what_it_missed() throws IOException {
        Path room = Files.createDirectory(folder.resolve("room"));
        Target target = Target.of(folder, 8, "app.WithoutRoom", WITHOUT_ROOM);

        ChildJvm.Ended ended =
                target.run(ChildJvm.in(folder).with("-Djava.io.tmpdir=" + room).withAgent("mode=sample"));

        assertThat(ended.out()).isEqualTo("true\ntrue\n");
        assertThat(ended.err())
                .isEqualTo("jprof: samples may be missing: java.io.IOException: No such file or directory\n");
        assertThat(new Sampled(ended.profile()).of(EXCEPTIONS)).containsEntry("app.WithoutRoom.fail", 200L);
    }

    private static void assertCountsOnce(Profile profile, ChildJvm.Ended ended) {
        String[] truth = ended.out().strip().split(" ", -1);
        long blocked = Long.parseLong(truth[0]);
        Sampled sampled = new Sampled(profile);

        assertThat(Arrays.stream(profile.tree().columns().get(BLOCKED)).sum())
                .isBetween(blocked * 97 / 100, blocked * 103 / 100);
        assertThat(sampled.of(BLOCKED).keySet()).isSubsetOf("app.Contended.enter", "app.Contended.hold");
        // Flight Recorder itself may lose one at a turn.
        long failed = Long.parseLong(truth[1]);
        assertThat(Collections.max(sampled.of(EXCEPTIONS).values())).isBetween(failed - 2, failed);
    }
}
