package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JVMs of all JDKs start with what {@code jprof run} gives them so that allocated bytes are right. */
class JvmOptionsIT {
    @TempDir
    Path folder;

    static Stream<Jdk> jdks() {
        return InstalledJdks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void bytes_are_counted_with_the_flag_of_jdk_8(Jdk jdk) throws Exception {
        Launched.Ended ended = run(jdk, "--alloc", "on");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(line -> line.contains(" FastTLABRefill ")))
                .hasSize(jdk.major() == 8 ? 1 : 0)
                .allMatch(line -> line.matches(".* FastTLABRefill +:= false .*"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void without_them_the_jvm_is_as_it_was(Jdk jdk) throws Exception {
        assertThat(run(jdk).out().lines().filter(line -> line.contains(" FastTLABRefill ")))
                .hasSize(jdk.major() == 8 ? 1 : 0)
                .allMatch(line -> line.matches(".* FastTLABRefill += true .*"));
    }

    private Launched.Ended run(Jdk jdk, String... options) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Launched.DISTRIBUTION.resolve("bin/jprof").toString(), "run"));
        command.addAll(List.of(options));
        command.addAll(List.of("--", jdk.java().toString(), "-XX:+PrintFlagsFinal", "-version"));
        return Launched.run(folder, command);
    }
}
