package dev.jprof.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmFlagsTest {
    private static JvmFlags of(String commandLine, Map<String, String> environment) {
        return JvmFlags.of(PerfData.NONE, List.of(commandLine.split(" ")), environment);
    }

    @ParameterizedTest
    @CsvSource({
        "java -cp a.jar -Xmx1g Main -jar x, 4",
        "java -jar app.jar Main, 2",
        "java -m mod/Main x, 2",
        "java --add-modules java.sql @args Main, 4",
        "java -version, 0",
        "java, 0",
        "java -jar, 1"
    })
    void program_is_what_follows_the_options(String commandLine, int place) {
        assertThat(JvmFlags.programIn(List.of(commandLine.split(" ")))).isEqualTo(place);
    }

    @Test
    void flags_of_the_program_are_none_of_the_jvm() {
        assertThat(of("java -Xint Main -XX:+DisableAttachMechanism", Map.of()).words())
                .containsExactly("-Xint");
    }

    @Test
    void the_last_word_counts() {
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS", "-XX:-A -XX:-B",
                "_JAVA_OPTIONS", "-XX:-C");

        JvmFlags flags = of("java -XX:+A -XX:+C Main", environment);

        assertThat(flags.isOn("A", false)).isTrue();
        assertThat(flags.isOn("B", true)).isFalse();
        assertThat(flags.isOn("C", true)).isFalse();
        assertThat(flags.isOn("D", true)).isTrue();
    }

    @Test
    void agents_are_named_once_and_without_their_options() {
        PerfData data =
                PerfData.of(PerfDataTest.file(ByteOrder.LITTLE_ENDIAN, "java.rt.vmArgs", "-javaagent:/x/a.jar=o=1"));

        JvmFlags flags = JvmFlags.of(
                data, List.of("java", "-javaagent:/x/a.jar=o=1", "-agentlib:jdwp=server=y", "Main"), Map.of());

        assertThat(flags.agents()).containsExactly("/x/a.jar", "jdwp");
    }
}
