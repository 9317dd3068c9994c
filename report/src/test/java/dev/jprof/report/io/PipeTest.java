package dev.jprof.report.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.foreign.ForeignFile;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a shell's {@code <(...)} and {@code /dev/stdin} are. */
@DisabledOnOs(OS.WINDOWS)
class PipeTest {
    @TempDir
    private Path folder;

    @Test
    void profiles_come_through_pipes() throws Exception {
        Profile profile = Trees.of("main/a 1 10", "main/a/b 2 20");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ProfileWriter.write(profile, written);

        assertThat(ProfileReader.read(pipe(written.toString(UTF_8))).tree().size())
                .isEqualTo(profile.tree().size());
    }

    @Test
    void foreign_files_do_as_well() throws Exception {
        assertThat(ForeignFile.read(pipe("app/A.a;b 3\n"), Optional.empty()).methods())
                .hasSize(2);
    }

    private Path pipe(String text) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        new ProcessBuilder("sh", "-c", "cat > \"$0\"", pipe.toString())
                .redirectInput(Files.writeString(folder.resolve("text"), text).toFile())
                .start();
        return pipe;
    }
}
