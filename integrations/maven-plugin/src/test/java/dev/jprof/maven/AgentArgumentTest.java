package dev.jprof.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.agent.options.OptionException;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentArgumentTest {
    @TempDir
    private Path folder;

    @Test
    void stands_before_what_is_there() throws OptionException {
        assertThat(agent("a.jar", Map.of()).before(" -Xmx1g ")).isEqualTo("-javaagent:a.jar=file=fork-%p.json -Xmx1g");
        assertThat(agent("a.jar", Map.of()).before("")).isEqualTo("-javaagent:a.jar=file=fork-%p.json");
    }

    @Test
    void is_one_argument_whatever_the_folder_is_called() throws OptionException {
        assertThat(agent("my jars/a.jar", Map.of()).before("-Xmx1g"))
                .isEqualTo("\"-javaagent:my jars/a.jar=file=fork-%p.json\" -Xmx1g");
    }

    @Test
    void commas_in_values_are_no_ends() throws IOException, OptionException {
        AgentArgument agent = new AgentArgument(
                Path.of("a.jar"),
                Path.of("a,b", "fork-%p.json"),
                Map.of("config", options("nodes=5000").toString()));

        assertThat(agent.before("")).isEqualTo("-javaagent:a.jar=file=a\\,b/fork-%p.json,nodes=5000");
    }

    @Test
    void a_mistake_in_an_option_stops_the_build_before_the_tests() {
        assertThatThrownBy(() -> agent("a.jar", Map.of("clok", "cpu")))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("did you mean 'clock'?");
        assertThatThrownBy(() -> agent("a.jar", Map.of("file", "elsewhere.json")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("<directory>");
    }

    private Path options(String line) throws IOException {
        return Files.writeString(folder.resolve("a,b.options"), line);
    }

    private static AgentArgument agent(String jar, Map<String, String> options) throws OptionException {
        return new AgentArgument(Path.of(jar), Path.of("fork-%p.json"), options);
    }
}
