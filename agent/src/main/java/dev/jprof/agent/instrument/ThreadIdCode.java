package dev.jprof.agent.instrument;

import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Makes the class that reads a thread's id without a call that can be overridden: by {@code Thread.threadId()}, which is final,
 * on JDK 19 and later, straight from the field before.
 */
public final class ThreadIdCode {
    private static final String LONG_OF = "(Ljava/lang/Object;J)J";

    private ThreadIdCode() {}

    /**
     * Returns a class named {@code name} with one static method {@code long of(Thread)}.
     *
     * @param major the JDK's major version
     */
    public static byte[] generate(String name, int major) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_6, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
        MethodVisitor of = writer.visitMethod(Opcodes.ACC_STATIC, "of", "(Ljava/lang/Thread;)J", null, null);
        of.visitCode();
        if (major >= 19) {
            of.visitVarInsn(Opcodes.ALOAD, 0); // thread
            of.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Thread", "threadId", "()J", false); // id
        } else {
            String unsafe = major >= 9 ? "jdk/internal/misc/Unsafe" : "sun/misc/Unsafe";
            initialiser(writer, name, unsafe);
            of.visitFieldInsn(Opcodes.GETSTATIC, name, "UNSAFE", "L" + unsafe + ";"); // unsafe
            of.visitVarInsn(Opcodes.ALOAD, 0); // unsafe, thread
            of.visitFieldInsn(Opcodes.GETSTATIC, name, "OFFSET", "J"); // unsafe, thread, offset
            of.visitMethodInsn(Opcodes.INVOKEVIRTUAL, unsafe, "getLong", LONG_OF, false); // id
        }
        of.visitInsn(Opcodes.LRETURN);
        of.visitMaxs(0, 0);
        of.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void initialiser(ClassWriter writer, String name, String unsafe) {
        int constant = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(constant, "UNSAFE", "L" + unsafe + ";", null, null).visitEnd();
        writer.visitField(constant, "OFFSET", "J", null, null).visitEnd();
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        code.visitMethodInsn(Opcodes.INVOKESTATIC, unsafe, "getUnsafe", "()L" + unsafe + ";", false); // unsafe
        code.visitInsn(Opcodes.DUP); // unsafe, unsafe
        code.visitFieldInsn(Opcodes.PUTSTATIC, name, "UNSAFE", "L" + unsafe + ";"); // unsafe
        code.visitLdcInsn(Type.getObjectType("java/lang/Thread")); // unsafe, class
        code.visitLdcInsn("tid"); // unsafe, class, name
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "java/lang/Class",
                "getDeclaredField",
                "(Ljava/lang/String;)Ljava/lang/reflect/Field;",
                false); // unsafe, field
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, unsafe, "objectFieldOffset", "(Ljava/lang/reflect/Field;)J", false); // offset
        code.visitFieldInsn(Opcodes.PUTSTATIC, name, "OFFSET", "J"); //
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
