package dev.jprof.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramNameTest {
    @ParameterizedTest
    @CsvSource({
        "com.acme.Main a b, java|com.acme.Main|a|b, com.acme.Main",
        "/opt/my app.jar a, java|-jar|/opt/my app.jar|a, my app.jar",
        "/opt/app.jar a, launcher, app.jar",
        "mod/com.acme.Main, java|-m|mod/com.acme.Main, com.acme.Main",
        "jdk.compiler/com.sun.tools.javac.launcher.Main src/Hello.java x, java|src/Hello.java|x, Hello.java",
        "'', java|-cp|x|Main|y, Main",
        "'', java|-version, ''"
    })
    void program_has_the_name_that_its_user_knows(String javaCommand, String commandLine, String name) {
        assertThat(ProgramName.of(javaCommand, List.of(commandLine.split("\\|"))))
                .isEqualTo(name);
    }
}
