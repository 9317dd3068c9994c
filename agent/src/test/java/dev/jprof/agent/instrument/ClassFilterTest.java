package dev.jprof.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFilterTest {
    private static final ClassLoader LOADER = ClassFilterTest.class.getClassLoader();
    private final ClassFilter all = new ClassFilter(Collections.singletonList("*"), Collections.emptyList());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com/acme/Main",
                "Main",
                "dev/jprof/examples/SlowSystems",
                "com/sun/mail/Mail",
                "org/jacoco/Core",
                "com/acme/$ProxyHelper",
                "com/acme/$Proxy",
                "com/acme/Main$$LambdaKit"
            })
    void a_program_is_profiled(String name) {
        assertThat(all.isApplication(LOADER, name, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com/acme/Main$$Lambda$14",
                "com/acme/Main$$Lambda+0x0000",
                "com/acme/Hidden/0x000801",
                "com/acme/$Proxy0",
                "$Proxy0",
                "jdk/proxy2/$Proxy3",
                "com/sun/proxy/$Proxy3",
                "dev/jprof/agent/Session",
                "io/opentelemetry/javaagent/OpenTelemetryAgent"
            })
    void what_the_jvm_and_agents_make_is_left_alone(String name) {
        assertThat(all.isApplication(LOADER, name, null)).isFalse();
    }

    @Test
    void the_jdk_is_left_alone_whoever_loads_it() {
        assertThat(all.isApplication(null, "a/B", null)).isFalse();
        assertThat(all.isApplication(ClassLoader.getPlatformClassLoader(), "a/B", null))
                .isFalse();
        assertThat(all.isApplication(LOADER, null, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"jrt:/jdk.compiler, false", "jrt:/java.base, false", "jrt:/com.acme.app, true", "file:/java.jar, true"})
    void of_a_runtime_image_the_modules_of_the_program_are_its_own(URL place, boolean isProgram) {
        ProtectionDomain domain = new ProtectionDomain(new CodeSource(place, (Certificate[]) null), null);

        assertThat(all.isApplication(LOADER, "a/B", domain)).isEqualTo(isProgram);
    }

    /** The name of the loader tells: what it loads may be called as in any program. */
    @Test
    void libraries_that_another_agent_loads_are_left_alone() {
        ClassLoader agents = new datadog.OfAnAgent();

        assertThat(all.isApplication(agents, "net/bytebuddy/ByteBuddy", null)).isFalse();
    }

    @Test
    void exclude_wins_over_include() {
        ClassFilter filter =
                new ClassFilter(Arrays.asList("com.acme.*", "org.foo.*"), Collections.singletonList("com.acme.gen.*"));

        assertThat(filter.wants("com/acme/A")).isTrue();
        assertThat(filter.wants("org/foo/bar/A")).isTrue();
        assertThat(filter.wants("com/acme/gen/A")).isFalse();
        assertThat(filter.wants("net/A")).isFalse();
    }
}
