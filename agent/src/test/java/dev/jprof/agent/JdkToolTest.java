package dev.jprof.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkToolTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.compiler/com.sun.tools.javac.Main A.java",
                "com.sun.tools.javac.Main A.java",
                "sun.tools.jps.Jps",
                "java.base/sun.security.tools.keytool.Main -list",
                "jdk.jcmd/sun.tools.jcmd.JCmd 1 help"
            })
    void the_jdks_own_programs_are_left_alone(String command) {
        assertThat(JdkTool.isTool(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Main sun.tools.jps.Jps",
                "jdk.jshell.execution.RemoteExecutionControl 40123",
                "jdk.compiler/com.sun.tools.javac.launcher.Main Hello.java",
                "app.jar",
                "/opt/sun.jar",
                "my.module/com.acme.Main",
                "com.sunrise.Main",
                ""
            })
    void a_program_is_profiled(String command) {
        assertThat(JdkTool.isTool(command)).isFalse();
    }
}
