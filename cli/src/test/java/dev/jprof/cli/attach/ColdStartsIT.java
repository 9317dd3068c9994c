package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.cli.truth.ChildJvm;
import dev.jprof.cli.truth.Javac;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Starts and attachments in a row, on all JDKs in turn and on that of the build, and a watchdog: what takes a minute hangs, and the test fails with a dump of
 * the JVM's threads.
 *
 * <p>{@code -Djprof.starts=500 -Djprof.cycles=100} makes so many, the cycles on each JDK.
 */
class ColdStartsIT {
    private static final int FEW_CYCLES = 10;
    private static final int STARTS = Integer.getInteger("jprof.starts", 20);
    private static final int CYCLES = Integer.getInteger("jprof.cycles", FEW_CYCLES);
    private static final int SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void an_empty_program_starts_and_ends_each_time() throws Exception {
        Javac.compile(8, folder, "Empty", "public class Empty { public static void main(String[] args) {} }");
        List<Jdk> jdks = List.copyOf(InstalledJdks.all());
        for (int i = 0; i < STARTS; i++) {
            Path own = Files.createDirectories(folder.resolve("start-" + i));
            Jdk jdk = jdks.get(i % jdks.size());
            Process process = ChildJvm.on(jdk, own)
                    .withAgent("")
                    .with("-cp", folder.toString())
                    .start("Empty");

            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw hanging("start " + i + " on " + jdk, process.pid(), own.resolve("out.txt"));
            }
            assertThat(process.exitValue()).as("start %d on %s", i, jdk).isZero();
            assertThat(own.resolve("profile.json")).isNotEmptyFile();
            assertThat(own.resolve("err.txt")).isEmptyFile();
        }
    }

    static Stream<Jdk> jdks() {
        int own = Runtime.version().feature();
        return InstalledJdks.all().stream().filter(jdk -> CYCLES > FEW_CYCLES || jdk.major() == own);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void attaching_and_stopping_works_each_time(Jdk jdk) throws Exception {
        SleepingJvm.compile(folder);
        Path profile = folder.resolve("cycle.json");
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(jdk))) {
            for (int i = 0; i < CYCLES; i++) {
                CompletableFuture<Void> cycle = CompletableFuture.runAsync(() -> {
                    jprofWell(
                            "attach",
                            jvm.pid(),
                            "-o",
                            folder.resolve("end.json").toString());
                    jprofWell("stop", jvm.pid(), "-o", profile.toString());
                });
                try {
                    cycle.get(SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException hangs) {
                    throw hanging("cycle " + i + " on " + jdk, Long.parseLong(jvm.pid()), jvm.output());
                }
                assertThat(profile).isNotEmptyFile();
                Files.delete(profile);
            }
        }
    }

    /** A JVM writes where its threads are into its output when it is sent SIGQUIT. */
    private static AssertionError hanging(String what, long pid, Path output) throws Exception {
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor();
        TimeUnit.SECONDS.sleep(2);
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        return new AssertionError(what + " hangs:\n" + Files.readString(output));
    }
}
