package dev.jprof.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.agent.rt.SetupTime;
import java.util.Collections;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class WeavingTransformerTest {
    private final Skips skips = new Skips();
    private final WeavingTransformer transformer = new WeavingTransformer(
            new ClassFilter(Collections.singletonList("*"), Collections.emptyList()),
            new MethodTable(),
            skips,
            false,
            true);
    private final ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};

    @Test
    void a_class_is_woven() {
        long before = SetupTime.soFar();

        assertThat(transformer.transform(loader, "p/T", null, null, classFile()))
                .isNotNull();
        assertThat(transformer.instrumented()).isEqualTo(1);
        assertThat(SetupTime.soFar()).isGreaterThan(before);
    }

    @Test
    void a_class_file_of_the_future_runs_as_it_is_and_is_named() {
        byte[] bytes = classFile();
        bytes[6] = 0x7f;

        assertThat(transformer.transform(loader, "p/T", null, null, bytes)).isNull();
        assertThat(transformer.skipped()).isEqualTo(1);
        assertThat(skips.list().get(0).className).isEqualTo("p.T");
        assertThat(skips.list().get(0).reason).contains("class file");
    }

    @Test
    void what_is_not_a_class_file_runs_as_it_is() {
        assertThat(transformer.transform(loader, "p/T", null, null, new byte[] {1, 2, 3}))
                .isNull();
        assertThat(transformer.skipped()).isEqualTo(1);
    }

    @Test
    void a_loader_that_does_not_pass_the_probes_on_keeps_its_classes_as_they_are() {
        ClassLoader strict = new ClassLoader() {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                throw new ClassNotFoundException(name);
            }
        };

        assertThat(transformer.transform(strict, "p/T", null, null, classFile()))
                .isNull();
        assertThat(skips.list().get(0).reason).contains("class loader");
    }

    private static byte[] classFile() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "p/T", null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "f", "()V", null, null);
        code.visitCode();
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
