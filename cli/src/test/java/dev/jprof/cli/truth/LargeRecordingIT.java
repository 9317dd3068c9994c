package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that is larger than the heap of the JVM that reads it. */
class LargeRecordingIT {
    private static final Path JPROF = Path.of("target", "jprof.jar").toAbsolutePath();
    private static final long EXCEPTIONS = 100_000;
    private static final boolean LONG = Boolean.getBoolean("jprof.long");
    private static final long SIZE = LONG ? 204_000_000 : 51_000_000;
    private static final String HEAP = LONG ? "-Xmx128m" : "-Xmx32m";

    @TempDir
    private Path folder;

    /** Nothing in it stands for time either: it has exceptions alone. */
    @Test
    void only_its_call_tree_takes_memory() throws IOException {
        Jdk jdk = InstalledJdks.of(Runtime.version().feature()).orElseThrow();
        Path recording = recorded(jdk);
        Path large = folder.resolve("large.jfr");
        long copies = 0;
        try (OutputStream out = Files.newOutputStream(large)) {
            for (long size = 0; size < SIZE; size += Files.size(recording)) {
                Files.copy(recording, out);
                copies++;
            }
        }
        Path imported = folder.resolve("p.json");

        ChildJvm.Ended ended = ChildJvm.on(jdk, folder)
                .with(HEAP)
                .run("-jar", JPROF.toString(), "import", large.toString(), "-o", imported.toString());

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(Files.size(large)).isGreaterThan(SIZE);
        Profile profile = ProfileReader.read(imported);
        long[] thrown = profile.tree().columns().get(new Metric("exceptions", "count"));
        assertThat(LongStream.of(thrown).sum()).isGreaterThanOrEqualTo(copies * EXCEPTIONS);
        assertThat(profile.methods()).anyMatch(method -> method.qualifiedName().equals("Thrower.fail"));
        assertThat(profile.meta().values()).doesNotContainKey("event");
    }

    private Path recorded(Jdk jdk) throws IOException {
        Path classes = folder.resolve("classes");
        Javac.compile(8, classes, "Thrower", """
                public class Thrower {
                    static void fail() { throw new IllegalStateException("x"); }
                    public static void main(String[] args) {
                        for (int i = 0; i < COUNT; i++) {
                            try { fail(); } catch (IllegalStateException e) { continue; }
                        }
                    }
                }
                """.replace("COUNT", Long.toString(EXCEPTIONS)));
        Path settings = folder.resolve("settings.jfc");
        Files.writeString(settings, """
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration version="2.0">
                <event name="jdk.JavaExceptionThrow"><setting name="enabled">true</setting>
                <setting name="stackTrace">true</setting><setting name="throttle">off</setting></event>
                </configuration>
                """);
        Path recording = folder.resolve("rec.jfr");
        ChildJvm.Ended ended = ChildJvm.on(jdk, folder)
                .with("-XX:StartFlightRecording=settings=" + settings + ",filename=" + recording)
                .run("-cp", classes.toString(), "Thrower");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return recording;
    }
}
