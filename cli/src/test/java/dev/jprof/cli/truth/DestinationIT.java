package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.io.ProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the agent is told to write: what can't be written is known at the start, and nothing is replaced but files. */
@EnabledOnOs(OS.LINUX)
class DestinationIT {
    private static final String SOURCE = """
            package app;

            public class Short {
                static int step(int i) { return Integer.toString(i).length(); }
                public static void main(String[] args) {
                    for (int i = 0; i < 10; i++) step(i);
                    System.out.println("ran");
                }
            }
            """;

    @TempDir
    private Path folder;

    private ChildJvm.Ended run(String options) {
        return Target.of(folder, 8, "app.Short", SOURCE).run(ChildJvm.in(folder).withAgent("include=app.*," + options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",mode=sample"})
    void an_empty_directory_stays_one_and_is_refused_at_the_start(String mode) throws IOException {
        Path directory = Files.createDirectory(folder.resolve("there"));

        ChildJvm.Ended ended = run("file=there" + mode);

        assertThat(ended.out()).isEqualTo("ran\n");
        assertThat(ended.err())
                .isEqualTo("jprof: cannot write " + directory
                        + ": it is a directory; name a file in it; the program runs without being profiled\n");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_folder_that_can_never_be_made_is_refused_at_the_start() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");

        ChildJvm.Ended ended = run("file=file/below/p.json");

        assertThat(ended.out()).isEqualTo("ran\n");
        assertThat(ended.err())
                .isEqualTo("jprof: cannot write " + file + "/below/p.json: " + file
                        + " is not a directory; the program runs without being profiled\n");
        assertThat(file).hasContent("text");
    }

    @Test
    void a_folder_that_is_missing_is_made() {
        assertThat(Counts.of(run("file=new/er/p-%%p.json").profile("new/er/p-%p.json"))
                        .calls("app.Short.step"))
                .isEqualTo(10);
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        ChildJvm.Ended ended = run("file=link.json");

        assertThat(link).isSymbolicLink();
        assertThat(Counts.of(ended.profile("file.json")).calls("app.Short.step"))
                .isEqualTo(10);
    }

    /** As /dev/null and /dev/stdout do, in whose place a test had better not try to put a file. */
    @Test
    void a_pipe_stays_a_pipe_and_takes_the_profile() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> text(pipe));

        run("file=pipe");

        assertThat(Files.readAttributes(pipe, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther())
                .isTrue();
        assertThat(read.get(60, TimeUnit.SECONDS))
                .startsWith("{\"format\":\"jprof/1\"")
                .contains("\"step\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",mode=sample"})
    void a_profile_that_cannot_be_written_in_the_end_is_kept_elsewhere(String mode) throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));

        ChildJvm.Ended ended = Target.of(folder, 8, "app.Short", SOURCE)
                .run(ChildJvm.in(folder)
                        .with("-Djava.io.tmpdir=" + temporary)
                        .withAgent("include=app.*,file=/dev/full" + mode));

        assertThat(ended.out()).isEqualTo("ran\n");
        try (Stream<Path> kept = Files.list(temporary)) {
            assertThat(kept).singleElement().satisfies(profile -> {
                assertThat(ended.err())
                        .isEqualTo("jprof: could not write /dev/full: No space left on device; the profile is in "
                                + profile + "\n");
                assertThat(ProfileReader.read(profile).meta().text("reason", ""))
                        .isEqualTo("exit");
            });
        }
    }

    @Test
    void what_can_be_kept_nowhere_is_said_to_be_lost() {
        ChildJvm.Ended ended = Target.of(folder, 8, "app.Short", SOURCE)
                .run(ChildJvm.in(folder).with("-Djava.io.tmpdir=/proc").withAgent("include=app.*,file=/dev/full"));

        assertThat(ended.err())
                .isEqualTo("jprof: could not write /dev/full: No space left on device; name another file with file=\n");
    }

    private static String text(Path pipe) {
        try {
            return Files.readString(pipe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
