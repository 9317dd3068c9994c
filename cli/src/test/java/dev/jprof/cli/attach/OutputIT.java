package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.calls;
import static dev.jprof.cli.attach.Rounds.jprof;
import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.report.io.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code dump} and {@code stop} are told to write: nothing recorded is lost, and nothing is replaced but files. */
@EnabledOnOs(OS.LINUX)
class OutputIT {
    @TempDir
    private Path folder;

    private Rounds program;

    @BeforeEach
    void record() throws Exception {
        program = Rounds.start(InstalledJdks.of(Runtime.version().feature()).orElseThrow(), folder);
        jprofWell("attach", program.pid(), "--include", "app.*");
        program.make(10);
    }

    @AfterEach
    void end() {
        program.close();
    }

    @Test
    void stop_is_refused_where_nothing_can_be_written() throws Exception {
        Path gone = folder.resolve("gone/p.json");

        Rounds.Said refused = jprof("stop", program.pid(), "-o", gone.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).isEqualTo("jprof stop: cannot write " + gone + ": its directory does not exist\n");
        program.make(10);
        assertThat(calls(program.stop(), "app.Rounds.step")).isEqualTo(20);
    }

    /** As {@code top} does when a person writes a snapshot while it takes its own. */
    @Test
    void threads_of_one_process_dump_at_once() throws Exception {
        AttachedJvm jvm = AttachedJvm.of(Long.parseLong(program.pid()));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Path>> dumps = Stream.of("a.json", "b.json")
                    .map(name -> threads.submit(() -> dumpedTenTimes(jvm, folder.resolve(name))))
                    .toList();
            for (Future<Path> dump : dumps) {
                assertThat(calls(ProfileReader.read(dump.get(60, TimeUnit.SECONDS)), "app.Rounds.step"))
                        .isEqualTo(10);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Path dumpedTenTimes(AttachedJvm jvm, Path file) throws IOException {
        for (int i = 0; i < 10; i++) {
            jvm.dump(file);
        }
        return file;
    }

    @Test
    void what_does_not_fit_on_the_disk_is_kept_elsewhere() throws Exception {
        Rounds.Said full = jprof("stop", program.pid(), "-o", "/dev/full");

        assertThat(full.exitCode()).isEqualTo(2);
        assertThat(full.err())
                .startsWith("jprof stop: cannot write /dev/full: No space left on device; the profile is in ");
        Path kept = Path.of(full.err().strip().replaceAll(".* is in ", ""));
        assertThat(calls(ProfileReader.read(kept), "app.Rounds.step")).isEqualTo(10);
        Files.delete(kept);
    }

    @Test
    void a_folder_that_went_away_meanwhile_leaves_no_probes_and_loses_nothing() throws Exception {
        program.stop();
        Path gone = Files.createDirectory(folder.resolve("gone"));
        Path file = gone.resolve("p.json");
        CompletableFuture<Rounds.Said> attach = CompletableFuture.supplyAsync(
                () -> jprof("attach", "-d", "3", program.pid(), "--include", "app.*", "-o", file.toString()));
        while (!jprof("status", program.pid()).out().contains(" instrumented")) {
            Thread.onSpinWait();
        }
        Files.delete(gone);

        String error = attach.get(60, TimeUnit.SECONDS).err();

        assertThat(error).contains("cannot write " + file + ": its directory does not exist; the profile is in ");
        Path kept = Path.of(error.strip().replaceAll("(?s).* is in ", ""));
        assertThat(ProfileReader.read(kept)).isNotNull();
        assertThat(jprofWell("status", program.pid())).contains("ended");
        Files.delete(kept);
    }

    @Test
    void status_names_no_other_file_than_the_one_that_was_written() throws Exception {
        Path elsewhere = folder.resolve("elsewhere.json");

        assertThat(jprofWell("status", program.pid())).containsPattern("\nprofile +\\S+");
        jprofWell("stop", program.pid(), "-o", elsewhere.toString());

        assertThat(elsewhere).isNotEmptyFile();
        assertThat(jprofWell("status", program.pid())).contains("ended").doesNotContain("\nprofile ");
        assertThat(jprofWell("status", program.pid(), "--format", "json")).containsOnlyOnce("\"file\"");
    }

    @Test
    void a_link_stays_a_link() throws Exception {
        Path target = Files.createFile(folder.resolve("target.json"));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);

        jprofWell("dump", program.pid(), "-o", link.toString());

        assertThat(link).isSymbolicLink();
        assertThat(calls(ProfileReader.read(target), "app.Rounds.step")).isEqualTo(10);
    }

    @Test
    void a_line_break_in_a_pattern_is_refused() {
        Rounds.Said refused = jprof("retarget", program.pid(), "--include", "a\nb");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).isEqualTo("jprof retarget: a line break in 'a\\nb': leave it out\n");
    }
}
