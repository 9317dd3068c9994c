package dev.jprof.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassWeaverTest {
    private static void callNanoTime(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", "nanoTime", "()J", false);
        code.visitInsn(Opcodes.POP2);
    }

    @Test
    void an_empty_method_grows_by_one_counter() throws Exception {
        WovenClass woven = WovenClass.of(Opcodes.V1_8, "()V", code -> code.visitInsn(Opcodes.RETURN));

        assertThat(woven.bytesAdded("()V")).isEqualTo(4);
        assertThat(woven.call()).isNull();
    }

    @Test
    void a_timed_method_grows_by_an_entry_an_exit_and_a_handler() throws Exception {
        WovenClass woven = WovenClass.of(Opcodes.V1_8, "()V", code -> {
            callNanoTime(code);
            code.visitInsn(Opcodes.RETURN);
        });

        assertThat(woven.bytesAdded("()V")).isEqualTo(5 + 4 + 6);
        assertThat(woven.call()).isNull();
    }

    @Test
    void a_leaf_that_can_throw_counts_its_errors() throws Exception {
        WovenClass woven = WovenClass.of(Opcodes.V1_8, "()I", code -> {
            code.visitInsn(Opcodes.ICONST_4);
            code.visitInsn(Opcodes.ICONST_2);
            code.visitInsn(Opcodes.IDIV);
            code.visitInsn(Opcodes.IRETURN);
        });

        assertThat(woven.bytesAdded("()I")).isEqualTo(4 + 5);
        assertThat(woven.call()).isEqualTo(2);
    }

    /** No compiler for Java stores there; those of other languages may. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_stored_over_this_may_be_null(boolean stored) {
        WovenClass woven = WovenClass.of(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "(Lp/T;)I", code -> {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitVarInsn(Opcodes.ASTORE, stored ? 0 : 1);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, "p/T", "field", "I");
            code.visitInsn(Opcodes.IRETURN);
        });

        assertThat(woven.bytesAdded("(Lp/T;)I")).isEqualTo(stored ? 4 + 5 : 4);
        assertThat(woven.bytesAddedByAsm("(Lp/T;)I")).isEqualTo(stored ? 4 + 5 : 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {7900, 7990, 7999})
    void a_method_that_the_probes_would_keep_from_being_compiled_is_left_alone(int length) {
        WovenClass woven = longMethod(length);

        boolean fits = length + 15 <= 8000;
        assertThat(woven.skipped()).hasSize(fits ? 0 : 1);
        if (!fits) {
            assertThat(woven.skipped()).containsExactly("p.T.f: would not be compiled with probes");
            assertThat(woven.after).isNull();
        }
    }

    @Test
    void a_method_that_is_not_compiled_anyway_is_woven() {
        assertThat(longMethod(8100).bytesAdded("()V")).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(ints = {65521, 65534})
    void a_method_that_would_pass_the_limit_of_the_class_file_is_left_alone(int length) {
        assertThat(longMethod(length).skipped()).containsExactly("p.T.f: too large with probes");
    }

    private static WovenClass longMethod(int length) {
        return WovenClass.of(Opcodes.V1_8, "()V", code -> {
            callNanoTime(code);
            for (int i = 0; i < length - 5; i++) {
                code.visitInsn(Opcodes.NOP);
            }
            code.visitInsn(Opcodes.RETURN);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_2, Opcodes.V1_4})
    void an_old_class_with_subroutines_still_verifies(int version) throws Exception {
        WovenClass woven = WovenClass.of(version, "()I", code -> {
            Label subroutine = new Label();
            callNanoTime(code);
            code.visitInsn(Opcodes.ICONST_1);
            code.visitVarInsn(Opcodes.ISTORE, 0);
            code.visitJumpInsn(Opcodes.JSR, subroutine);
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitInsn(Opcodes.IRETURN);
            code.visitLabel(subroutine);
            code.visitVarInsn(Opcodes.ASTORE, 1);
            code.visitIincInsn(0, 41);
            code.visitVarInsn(Opcodes.RET, 1);
        });

        assertThat(woven.call()).isEqualTo(42);
    }

    @Test
    void a_catch_handler_begins_with_a_probe() throws Exception {
        WovenClass woven = WovenClass.of(Opcodes.V1_6, "()I", code -> {
            Label start = new Label();
            Label end = new Label();
            Label handler = new Label();
            code.visitTryCatchBlock(start, end, handler, "java/lang/ArithmeticException");
            code.visitLabel(start);
            callNanoTime(code);
            code.visitInsn(Opcodes.ICONST_1);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitInsn(Opcodes.IDIV);
            code.visitInsn(Opcodes.IRETURN);
            code.visitLabel(end);
            code.visitLabel(handler);
            code.visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/ArithmeticException"});
            code.visitInsn(Opcodes.POP);
            code.visitIntInsn(Opcodes.BIPUSH, 7);
            code.visitInsn(Opcodes.IRETURN);
        });

        assertThat(woven.call()).isEqualTo(7);
        assertThat(woven.bytesAdded("()I")).isEqualTo(5 + 4 + 5 + 4 + 6);
    }
}
