package dev.jprof.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class ConstantTextsTest {
    static final class Sample {
        String textOf(Thread thread) {
            return thread.getName() + " Ljava/lang/Threads; java/lang/Threads";
        }
    }

    @Test
    void classes_in_names_and_descriptors_are_replaced() throws IOException {
        assertThat(calls(Map.of("java/lang/Thread", "a/VeryMuchLongerName", "getName", "name")))
                .contains("a/VeryMuchLongerName.name()Ljava/lang/String;")
                .contains("textOf(La/VeryMuchLongerName;)Ljava/lang/String;");
    }

    @Test
    void without_a_name_to_replace_the_bytes_stay() throws IOException {
        assertThat(new ConstantTexts(Map.of("java/lang/Threa", "x")).replace(sample()))
                .isEqualTo(sample());
    }

    private static List<String> calls(Map<String, String> names) throws IOException {
        List<String> calls = new ArrayList<>();
        ClassReader reader = new ClassReader(new ConstantTexts(names).replace(sample()));
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String s, String[] e) {
                calls.add(name + descriptor);
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitMethodInsn(int opcode, String owner, String call, String type, boolean i) {
                        calls.add(owner + '.' + call + type);
                    }
                };
            }
        };
        reader.accept(visitor, 0);
        return calls;
    }

    private static byte[] sample() throws IOException {
        try (InputStream bytes = Sample.class.getResourceAsStream("ConstantTextsTest$Sample.class")) {
            return bytes.readAllBytes();
        }
    }
}
