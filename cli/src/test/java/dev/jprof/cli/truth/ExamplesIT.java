package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples make the calls that their comments state. */
class ExamplesIT {
    private static final String PACKAGE = "dev.jprof.examples.";

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    static Collection<Jdk> jdksWithVirtualThreads() {
        return InstalledJdks.from(21);
    }

    private ChildJvm.Ended run(Jdk jdk, String example, String options, String... arguments) {
        String classes = Path.of("..", "examples", "target", "classes")
                .toAbsolutePath()
                .normalize()
                .toString();
        String[] command = new String[arguments.length + 3];
        command[0] = "-cp";
        command[1] = classes;
        command[2] = PACKAGE + example;
        System.arraycopy(arguments, 0, command, 3, arguments.length);

        ChildJvm.Ended ended = ChildJvm.on(jdk, folder).withAgent(options).run(command);

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        return ended;
    }

    private static Jdk newest() {
        return InstalledJdks.of(Runtime.version().feature()).orElseThrow();
    }

    private static Counts.Row all(long calls) {
        return new Counts.Row(calls, calls, 0, 0);
    }

    @Test
    void slow_systems_at_full_size() {
        Counts counts = Counts.of(run(newest(), "SlowSystems", "jdk=calls").profile());

        assertThat(counts.of(PACKAGE + "SlowSystems.simulateTinyOp")).isEqualTo(all(171_796_964));
        assertThat(counts.of("java.lang.Math.sin")).isEqualTo(all(34_552_942));
        assertThat(counts.of("java.lang.Math.cos")).isEqualTo(all(34_552_942));
        assertThat(counts.of("java.lang.Math.sqrt")).isEqualTo(all(34_552_942));
        assertThat(counts.of(PACKAGE + "SlowSystems.cpuHeavyTask")).isEqualTo(all(1));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void slow_systems_scaled(Jdk jdk) {
        Counts counts = Counts.of(
                run(jdk, "SlowSystems", "jdk=calls", "--scale", "0.01").profile());

        assertThat(counts.of(PACKAGE + "SlowSystems.simulateTinyOp")).isEqualTo(all(1_717_969));
        assertThat(counts.of("java.lang.Math.sqrt")).isEqualTo(all(345_529));
        assertThat(counts.of(PACKAGE + "SlowSystems.runAllSystems")).isEqualTo(all(1));
    }

    @Test
    void fast_systems() {
        Counts counts =
                Counts.of(run(newest(), "FastSystems", "", "--scale", "0.1").profile());

        assertThat(counts.of(PACKAGE + "FastSystems.sumOfBlock")).isEqualTo(all(53));
        assertThat(counts.of(PACKAGE + "FastSystems.appendItems")).isEqualTo(all(1));
        assertThat(counts.of(PACKAGE + "FastSystems.main")).isEqualTo(all(1));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void recursion(Jdk jdk) {
        Counts counts = Counts.of(run(jdk, "Recursion", "").profile());

        assertThat(counts.of(PACKAGE + "Recursion.fibonacci")).isEqualTo(new Counts.Row(242_785, 1, 0, 0));
        assertThat(counts.of(PACKAGE + "Recursion.isEven")).isEqualTo(new Counts.Row(501, 1, 0, 0));
        assertThat(counts.of(PACKAGE + "Recursion.isOdd")).isEqualTo(new Counts.Row(500, 1, 0, 0));
        assertThat(counts.of(PACKAGE + "Recursion.depth")).isEqualTo(new Counts.Row(5_001, 1, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void exceptions(Jdk jdk) {
        Counts counts = Counts.of(run(jdk, "Exceptions", "").profile());

        for (String method : new String[] {"outer", "middle", "inner"}) {
            assertThat(counts.of(PACKAGE + "Exceptions." + method))
                    .isEqualTo(new Counts.Row(300_000, 300_000, 100_000, 0));
        }
        assertThat(counts.of(PACKAGE + "Exceptions.attempt")).isEqualTo(all(300_000));
        assertThat(counts.of(PACKAGE + "Exceptions.cleanUp")).isEqualTo(all(300_000));
        assertThat(counts.of(PACKAGE + "Exceptions$Refused.<init>")).isEqualTo(all(100_000));
        assertThat(counts.of(PACKAGE + "Exceptions$Ticket.<init>"))
                .isEqualTo(new Counts.Row(300_000, 300_000, 100_000, 0));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void workers(Jdk jdk) {
        Counts counts = Counts.of(run(jdk, "Workers", "").profile());

        assertThat(counts.of(PACKAGE + "Workers$Task.step")).isEqualTo(all(8_000_000));
        assertThat(counts.of(PACKAGE + "Workers$Task.work")).isEqualTo(all(8));
        assertThat(counts.of(PACKAGE + "Workers$Task.run")).isEqualTo(all(4));
        assertThat(counts.of(PACKAGE + "Workers$Task.call")).isEqualTo(all(4));
    }

    @ParameterizedTest
    @MethodSource("jdksWithVirtualThreads")
    void virtual_threads(Jdk jdk) {
        Profile profile = run(jdk, "VirtualThreads", "").profile();

        Counts counts = Counts.of(profile);
        assertThat(counts.of(PACKAGE + "VirtualThreads$Visit.run")).isEqualTo(all(100_000));
        assertThat(counts.of(PACKAGE + "VirtualThreads$Visit.visit")).isEqualTo(all(100_000));
    }

    @Test
    void virtual_threads_end_well_where_there_are_none() {
        Jdk oldest = InstalledJdks.all().iterator().next();
        assumeThat(oldest.major()).isLessThan(21);

        ChildJvm.Ended ended = run(oldest, "VirtualThreads", "");

        assertThat(ended.out()).startsWith("this Java has no virtual threads");
    }
}
