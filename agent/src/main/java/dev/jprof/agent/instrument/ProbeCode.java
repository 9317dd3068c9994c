package dev.jprof.agent.instrument;

import dev.jprof.agent.rt.Probe;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Emits the calls of {@link Probe}. The operand stack after each step is given from the top of what was there before. */
final class ProbeCode {
    private static final String PROBE = Type.getInternalName(Probe.class);

    private ProbeCode() {}

    /** Enters a method and keeps its caller's cell in a local, which takes two places. */
    static void enter(MethodVisitor code, int id, int slot) {
        push(code, id); // id
        call(code, "enter", "(I)J"); // parent
        code.visitVarInsn(Opcodes.LSTORE, slot); //
    }

    static void exit(MethodVisitor code, int slot) {
        code.visitVarInsn(Opcodes.LLOAD, slot); // parent
        call(code, "exit", "(J)V"); //
    }

    /** On the way out by the exception on top of the stack, which is thrown on. */
    static void fail(MethodVisitor code, int id, int slot) {
        code.visitVarInsn(Opcodes.LLOAD, slot); // exception, parent
        push(code, id); // exception, parent, id
        call(code, "fail", "(JI)V"); // exception
        code.visitInsn(Opcodes.ATHROW);
    }

    static void caught(MethodVisitor code, int id, int slot) {
        code.visitVarInsn(Opcodes.LLOAD, slot); // exception, parent
        push(code, id); // exception, parent, id
        call(code, "caught", "(JI)V"); // exception
    }

    static void leaf(MethodVisitor code, int id) {
        push(code, id); // id
        call(code, "leaf", "(I)V"); //
    }

    static void leafFailed(MethodVisitor code, int id) {
        push(code, id); // exception, id
        call(code, "leafFailed", "(I)V"); // exception
        code.visitInsn(Opcodes.ATHROW);
    }

    private static void push(MethodVisitor code, int id) {
        if (id <= 5) {
            code.visitInsn(Opcodes.ICONST_0 + id);
        } else if (id <= Byte.MAX_VALUE) {
            code.visitIntInsn(Opcodes.BIPUSH, id);
        } else if (id <= Short.MAX_VALUE) {
            code.visitIntInsn(Opcodes.SIPUSH, id);
        } else {
            code.visitLdcInsn(Integer.valueOf(id));
        }
    }

    private static void call(MethodVisitor code, String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, PROBE, name, descriptor, false);
    }
}
