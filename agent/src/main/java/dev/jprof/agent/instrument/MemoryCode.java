package dev.jprof.agent.instrument;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Puts the running JDK's {@code Unsafe} in the place of the class {@code rt.Memory}, which has methods of the same names: the
 * JDK's was in another package before JDK 9, and compiled code knows it by heart.
 */
public final class MemoryCode {
    private MemoryCode() {}

    /**
     * Returns the class with all uses of {@code memory} replaced.
     *
     * @param memory internal name of the class that stands for memory
     * @param major the JDK's major version
     */
    public static byte[] replace(byte[] bytes, final String memory, int major) {
        final String unsafe = major >= 9 ? "jdk/internal/misc/Unsafe" : "sun/misc/Unsafe";
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    private String renamed(String descriptor) {
                        return descriptor.replace("L" + memory + ";", "L" + unsafe + ";");
                    }

                    @Override
                    public FieldVisitor visitField(
                            int access, String name, String descriptor, String signature, Object value) {
                        return super.visitField(access, name, renamed(descriptor), signature, value);
                    }

                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor target = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return new MethodVisitor(Opcodes.ASM9, target) {
                            @Override
                            public void visitFieldInsn(int opcode, String owner, String field, String type) {
                                super.visitFieldInsn(opcode, owner, field, renamed(type));
                            }

                            @Override
                            public void visitMethodInsn(
                                    int opcode, String owner, String method, String type, boolean onInterface) {
                                String newOwner = owner.equals(memory) ? unsafe : owner;
                                super.visitMethodInsn(opcode, newOwner, method, renamed(type), onInterface);
                            }
                        };
                    }
                },
                0);
        return writer.toByteArray();
    }
}
