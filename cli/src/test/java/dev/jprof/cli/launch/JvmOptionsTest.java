package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.agent.options.AgentOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmOptionsTest {
    private static final String FLAG = "-XX:-FastTLABRefill";

    @TempDir
    Path folder;

    @Test
    void of_jdk_8_allocated_bytes_are_counted_with_its_flag() throws Exception {
        Path java = java("jdk8", "release");
        Files.writeString(folder.resolve("jdk8/release"), "JAVA_VERSION=\"1.8.0_472\"\nOS_NAME=\"Linux\"\n");
        Path link = Files.createSymbolicLink(folder.resolve("java"), java);

        assertThat(options("alloc=on", link, "Main")).hasSize(2).startsWith(FLAG);
        for (String library : List.of("jre/lib/rt.jar", "lib/rt.jar")) {
            assertThat(options("alloc=on", java("without" + library.length(), library), "Main"))
                    .startsWith(FLAG);
        }
        assertThat(options("alloc=off", java, "Main")).doesNotContain(FLAG).hasSize(1);
        Files.createFile(folder.resolve("app.jar"));
        assertThat(options("alloc=on", folder.resolve("app.jar"))).startsWith(FLAG);
    }

    @Test
    void others_do_not_know_the_flag() throws Exception {
        assertThat(options("alloc=on", java("jdk17", "release"), "Main"))
                .singleElement()
                .isEqualTo("-javaagent:/agent.jar=alloc=on");
        Path mvn = executable(folder.resolve("mvn"));
        assertThat(options("alloc=on", mvn, "test")).hasSize(1);
    }

    private List<String> options(String options, Path program, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of(arguments));
        Target target = Target.of(words, Map.of("PATH", folder.toString()));
        return JvmOptions.of(target, Path.of("/agent.jar"), AgentOptions.parse(options));
    }

    private Path java(String jdk, String library) throws Exception {
        Path home = folder.resolve(jdk);
        Files.createDirectories(home.resolve(library).getParent());
        Files.createFile(home.resolve(library));
        return executable(home.resolve("bin/java"));
    }

    private static Path executable(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
