package dev.jprof.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.agent.rt.Probe;
import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compiler inlines the probes into every method: each byte of theirs is paid for a thousand times. */
class ProbeSizeTest {
    @ParameterizedTest
    @CsvSource({"enter, (I)J, 140", "exit, (J)V, 50", "leaf, (I)V, 95", "fail, (JI)V, 6", "caught, (JI)V, 6"})
    void probes_are_small(String method, String descriptor, int most) throws IOException {
        assertThat(sizes().codeLength(method, descriptor)).isBetween(1, most);
    }

    private static CodeSizes sizes() throws IOException {
        try (InputStream bytes = Probe.class.getResourceAsStream("Probe.class")) {
            return new CodeSizes(new ClassReader(bytes));
        }
    }
}
