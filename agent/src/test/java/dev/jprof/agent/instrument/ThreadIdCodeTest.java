package dev.jprof.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadIdCodeTest {
    @ParameterizedTest
    @ValueSource(ints = {8, 11, 17, 19, 26})
    void each_jdk_has_a_way_to_read_the_id(int major) {
        ClassReader reader = new ClassReader(ThreadIdCode.generate("java/lang/Jprof_ThreadId", major));

        assertThat(reader.getClassName()).isEqualTo("java/lang/Jprof_ThreadId");
        assertThat(new CodeSizes(reader).codeLength("of", "(Ljava/lang/Thread;)J"))
                .isBetween(1, 15);
    }
}
