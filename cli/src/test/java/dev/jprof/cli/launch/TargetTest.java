package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.agent.options.AgentOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
    @TempDir
    Path folder;

    Map<String, String> environment;

    @BeforeEach
    void put_programs_on_the_path() throws Exception {
        for (String program : List.of("java", "mvn")) {
            Files.createFile(folder.resolve(program));
            folder.resolve(program).toFile().setExecutable(true);
        }
        Files.createFile(folder.resolve("plain"));
        Files.createFile(folder.resolve("app.jar"));
        environment = Map.of("PATH", "/no/such/folder:" + folder);
    }

    @Test
    void java_gets_the_agent_as_its_first_argument() throws Exception {
        assertThat(of("java", "-cp", "x", "Main").commandWith(List.of("-javaagent:a.jar")))
                .containsExactly("java", "-javaagent:a.jar", "-cp", "x", "Main");
        assertThat(of(folder + "/java", "@args").commandWith(List.of("-javaagent:a.jar")))
                .containsExactly(folder + "/java", "-javaagent:a.jar", "@args");
    }

    @Test
    void jar_is_executed_by_the_java_of_the_path() throws Exception {
        assertThat(of(folder + "/app.jar", "x").commandWith(List.of("-javaagent:a.jar")))
                .containsExactly(folder + "/java", "-javaagent:a.jar", "-jar", folder + "/app.jar", "x");
    }

    @Test
    void jar_is_executed_by_the_java_of_java_home_when_the_path_has_none() throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.createFile(java);
        java.toFile().setExecutable(true);

        Target target = Target.of(
                List.of(folder + "/app.jar"),
                Map.of(
                        "PATH",
                        "/no/such/folder",
                        "JAVA_HOME",
                        folder.resolve("jdk").toString()));

        assertThat(target.java()).isEqualTo(java.toString());
    }

    @Test
    void anything_else_is_started_as_it_is() throws Exception {
        Target target = of("mvn", "test");

        assertThat(target.kind()).isEqualTo(Target.Kind.OTHER);
        assertThat(target.commandWith(List.of("-javaagent:a.jar"))).containsExactly("mvn", "test");
    }

    @Test
    void what_cannot_be_started_has_the_exit_code_of_a_shell() {
        assertNotFound(127, "nosuch: command not found", "nosuch");
        assertNotFound(127, "'': command not found", "");
        assertNotFound(127, "./nosuch: command not found", "./nosuch");
        assertNotFound(127, "no.jar: no such file", "no.jar");
        assertNotFound(127, "'-cp' is an option, not a command: write java before it", "-cp");
        assertNotFound(126, folder + "/plain: cannot be executed", folder + "/plain");
        assertNotFound(126, folder + ": cannot be executed", folder.toString());
    }

    @Test
    void only_a_command_that_may_start_several_jvms_gets_a_name_for_each() throws Exception {
        assertThat(adaptedFile("java", "p.json")).isEqualTo("p.json");
        assertThat(adaptedFile("mvn", "/tmp/p.json.gz")).isEqualTo("/tmp/p-%p.json.gz");
        assertThat(adaptedFile("mvn", "/tmp/%p")).isEqualTo("/tmp/%p");
        assertThat(adaptedFile("mvn", "/tmp/%%p")).isEqualTo("/tmp/%%p-%p");
        assertThat(adaptedFile("mvn", "p.json"))
                .isEqualTo(Path.of("p-%p.json").toAbsolutePath().toString());
    }

    @Test
    void tool_options_are_appended_and_quoted_for_the_jvm() {
        assertThat(Target.toolOptions("", List.of("-javaagent:a.jar"))).isEqualTo("-javaagent:a.jar");
        assertThat(Target.toolOptions("-Xmx1g", List.of("-javaagent:a.jar"))).isEqualTo("-Xmx1g -javaagent:a.jar");
        assertThat(Target.toolOptions("", List.of("-XX:-F", "-javaagent:a.jar")))
                .isEqualTo("-XX:-F -javaagent:a.jar");
        assertThat(Target.toolOptions("", List.of("-javaagent:a b.jar"))).isEqualTo("\"-javaagent:a b.jar\"");
        assertThat(Target.toolOptions("", List.of("a'b \"c\""))).isEqualTo("\"a'b \"'\"'\"c\"'\"'\"\"");
    }

    private Target of(String... words) throws Target.NotFound {
        return Target.of(List.of(words), environment);
    }

    private String adaptedFile(String command, String file) throws Exception {
        return of(command).adapt(AgentOptions.parse("file=" + file)).file();
    }

    private void assertNotFound(int exitCode, String message, String word) {
        assertThatThrownBy(() -> of(word))
                .isInstanceOfSatisfying(
                        Target.NotFound.class, e -> assertThat(e.exitCode()).isEqualTo(exitCode))
                .hasMessage(message);
    }
}
