package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.html.LargeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pair of profiles of 100 MB with {@code -Plong}, of 20 MB without, in as much heap as they should need. */
class LargeDiffIT {
    private static final boolean LONG = Boolean.getBoolean("jprof.long");
    private static final int NODES = LONG ? 2_900_000 : 580_000;
    private static final int METHODS = LONG ? 50_000 : 10_000;
    private static final String HEAP = LONG ? "-Xmx1g" : "-Xmx256m";

    @TempDir
    private Path folder;

    @Test
    void large_profiles_are_compared_in_a_small_heap() throws IOException, InterruptedException {
        LargeProfile.write(folder.resolve("base.json"), NODES, METHODS);
        LargeProfile.write(folder.resolve("new.json"), NODES - 1000, METHODS + 100);
        long begun = System.nanoTime();

        Launched.Ended ended = Launched.start(
                        folder,
                        Map.of("JAVA_TOOL_OPTIONS", HEAP),
                        List.of(Launched.DISTRIBUTION.resolve("bin/jprof").toString(), "diff", "base.json", "new.json"))
                .end();

        System.out.printf(
                "jprof diff of two profiles of %d MB in %s: %.1f s%n",
                Files.size(folder.resolve("new.json")) / 1_000_000, HEAP, (System.nanoTime() - begun) / 1e9);
        assertThat(ended.err()).isEqualTo("Picked up JAVA_TOOL_OPTIONS: " + HEAP + "\n");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("Methods reduced from", "Paths reduced from");
    }
}
