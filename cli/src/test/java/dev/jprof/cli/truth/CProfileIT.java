package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random programs that also run as Python under cProfile: calls, primitive calls and the numbers of each edge from caller to
 * callee are those that the exported profile of the JVM shows.
 */
class CProfileIT {
    private static final int BATCH = 20;

    @TempDir
    private Path folder;

    static IntStream batches() {
        return IntStream.range(0, Boolean.getBoolean("jprof.long") ? 10 : 1);
    }

    @BeforeAll
    static void python_is_there() throws InterruptedException {
        Python3.require();
    }

    @ParameterizedTest
    @MethodSource("batches")
    void cprofile_counts_the_same(int batch) throws Exception {
        Batch programs = new Batch(folder);
        for (int seed = batch * BATCH + 5001; seed <= (batch + 1) * BATCH + 5000; seed++) {
            int release = seed % 3 == 0 ? 17 : seed % 3 == 1 ? 8 : 11;
            programs.add(RandomProgram.of(seed, release), Batch.Mode.plain, 20_000);
        }
        programs.compile();

        assertThat(programs.differencesToPython(ChildJvm.in(folder))).isEmpty();
    }
}
