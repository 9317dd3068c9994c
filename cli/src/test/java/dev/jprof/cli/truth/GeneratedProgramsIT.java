package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random programs under the agent show exactly the calls, errors and paths that an interpreter of their model says. With
 * {@code -Plong} some hundreds of seeds are tried instead of sixty.
 */
class GeneratedProgramsIT {
    private static final int BATCH = 60;
    private static final List<Integer> RELEASES = List.of(5, 8, 11, 17, 21, 25);

    @TempDir
    private Path folder;

    static IntStream batches() {
        return IntStream.range(0, Boolean.getBoolean("jprof.long") ? 6 : 1);
    }

    @ParameterizedTest
    @MethodSource("batches")
    void a_million_calls_each_match_to_the_last(int batch) {
        Batch programs = new Batch(folder);
        for (int seed = batch * BATCH + 1; seed <= (batch + 1) * BATCH; seed++) {
            add(programs, seed, Runtime.version().feature(), 1_000_000);
        }
        programs.compile();

        programs.assertExact(ChildJvm.in(folder), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-Xcomp", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
    void every_way_to_run_matches(String flag) {
        Batch programs = new Batch(folder);
        for (int seed = 1001; seed <= 1006; seed++) {
            add(programs, seed, Runtime.version().feature(), 50_000);
        }
        programs.compile();

        programs.assertExact(ChildJvm.in(folder).with(flag), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk=calls", "clock=exact", "every=50ms"})
    void every_way_to_record_matches(String option) {
        Batch programs = new Batch(folder);
        for (int seed = 1101; seed <= 1112; seed++) {
            add(programs, seed, Runtime.version().feature(), 200_000);
        }
        programs.compile();

        programs.assertExact(ChildJvm.in(folder), option);
    }

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void every_jdk_matches(Jdk jdk) {
        Batch programs = new Batch(folder);
        for (int seed = 2001; seed <= 2012; seed++) {
            add(programs, seed, Math.min(jdk.major(), Runtime.version().feature()), 300_000);
        }
        programs.compile();

        programs.assertExact(ChildJvm.on(jdk, folder), "");
    }

    /** A quarter of the budget is kept for one node a method and thread, which these programs do not use up. */
    @Test
    void totals_stay_exact_when_the_node_budget_is_used_up() {
        Batch programs = new Batch(folder);
        for (int seed = 3001; seed <= 3012; seed++) {
            add(programs, seed, Runtime.version().feature(), 100_000);
        }
        programs.compile();

        programs.assertTotalsExact(ChildJvm.in(folder), "nodes=24000");
    }

    @Test
    void a_wrong_expectation_is_noticed() {
        Batch programs = new Batch(folder);
        programs.add(RandomProgram.of(4001, 8), Batch.Mode.plain, 1_000);
        PathTree expected = programs.expected();
        PathTree wrong = programs.expected();
        wrong.child("gen.s4001.C0.root").add(1, 0);

        assertThat(expected.differences(wrong)).hasSize(1);
        assertThat(expected.differences(programs.expected())).isEmpty();
    }

    private static void add(Batch programs, int seed, int newest, long calls) {
        List<Integer> releases =
                RELEASES.stream().filter(release -> release <= newest).toList();
        Batch.Mode mode = Batch.Mode.values()[seed % 3];
        programs.add(RandomProgram.of(seed, releases.get(seed / 3 % releases.size())), mode, calls);
    }
}
