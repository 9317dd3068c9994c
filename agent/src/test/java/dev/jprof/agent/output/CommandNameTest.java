package dev.jprof.agent.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandNameTest {
    @ParameterizedTest
    @CsvSource({
        "com.acme.Main secret password, com.acme.Main",
        "com.acme.Main other.jar, com.acme.Main",
        "app.jar --token x, app.jar",
        "/opt/my app/app.jar --token x, app.jar",
        "my.module/com.acme.Main x, my.module/com.acme.Main",
        "'', ''"
    })
    void arguments_are_never_told(String command, String name) {
        assertThat(CommandName.of(command)).isEqualTo(name);
    }
}
