package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java the launcher finds for jprof itself, and what it gives that. */
class LauncherJavaIT {
    @TempDir
    Path folder;

    @Test
    void java_that_is_too_old_for_jprof_is_passed_over_and_named() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk8/bin")).resolve("java");
        Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
        old.toFile().setExecutable(true);
        String home = folder.resolve("jdk8").toString();

        Launched.Ended passedOver = Launched.start(
                        folder, Map.of("JAVA_HOME", home), Launched.runOf(List.of(), Launched.echo("exit", "3")))
                .end();
        Launched.Ended none = Launched.start(
                        folder,
                        Map.of("JAVA_HOME", home, "PATH", "/bin"),
                        List.of(
                                "sh",
                                "-c",
                                "PATH=$1:$2; exec \"$3\" --version",
                                "sh",
                                old.getParent().toString(),
                                toolsWithoutJava(),
                                Launched.LAUNCHER))
                .end();
        Launched.Ended chosen = Launched.start(
                        folder, Map.of("JPROF_JAVA", old.toString()), List.of(Launched.LAUNCHER, "--version"))
                .end();

        assertThat(passedOver.exitCode()).isEqualTo(3);
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err())
                .contains("jprof itself needs Java 17 or newer", old + " is Java 8")
                .hasLineCount(1);
        assertThat(chosen.exitCode()).isEqualTo(2);
        assertThat(chosen.err()).contains("JPROF_JAVA=" + old).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/java", "/tmp"})
    void java_for_jprof_must_be_an_executable(String java) throws Exception {
        Launched.Ended ended = Launched.start(
                        folder, Map.of("JPROF_JAVA", java), List.of(Launched.LAUNCHER, "--version"))
                .end();

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("jprof: JPROF_JAVA=" + java + " is not the path of a java executable\n");
    }

    @ParameterizedTest
    @CsvSource({
        "html, -XX:+UseParallelGC -XX:MaxNewSize=80m, 1",
        "diff, -XX:+UseParallelGC -XX:MaxNewSize=80m, 1",
        "check, -XX:+UseG1GC, 4",
        "report, -XX:+UseParallelGC -XX:MaxNewSize=80m, 1",
        "export, -XX:+UseSerialGC, 4"
    })
    void verbs_for_large_profiles_get_a_collector_for_them(String verb, String collector, int compiler)
            throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk17/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
        Files.writeString(folder.resolve("jdk17/release"), "JAVA_VERSION=\"17.0.1\"\n");
        java.toFile().setExecutable(true);
        Path pages = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        boolean hasLargePages = !verb.equals("export")
                && Files.isReadable(pages)
                && Files.readString(pages).contains("[madvise]");

        String started = Launched.start(
                        folder, Map.of("JPROF_JAVA", java.toString()), List.of(Launched.LAUNCHER, verb, "a.json"))
                .end()
                .out();

        assertThat(started)
                .contains(" " + collector + (hasLargePages ? " -XX:+UseTransparentHugePages" : "")
                        + " -XX:TieredStopAtLevel=" + compiler)
                .endsWith("dev.jprof.cli.Main " + verb + " a.json\n");
    }

    @Test
    void what_java_says_of_its_options_is_not_in_the_output() throws Exception {
        Launched.run(folder, Launched.runOf(List.of(), Launched.echo("exit", "0")));

        Launched.Ended ended = Launched.start(
                        folder,
                        Map.of("JDK_JAVA_OPTIONS", "-Xmx64m"),
                        List.of(Launched.LAUNCHER, "report", "--format", "json", "profile.json"))
                .end();

        assertThat(ended.err()).contains("MaxNewSize");
        assertThat(ended.out()).startsWith("{").doesNotContain("MaxNewSize");
    }

    /** A folder with the tools that the launcher calls and no java, as /usr/bin may have one. */
    private String toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sed", "dirname", "readlink", "env")) {
            Path wrapper = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /bin/" + tool + " \"$@\"\n");
            wrapper.toFile().setExecutable(true);
        }
        return tools.toString();
    }
}
