package dev.jprof.cli.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Turns class files into old ones: no stack map frames, and a subroutine (jsr, ret) in every method, called before each
 * return, as old compilers did for finally blocks.
 */
final class OldClassFiles {
    /** A local variable beyond those that the compiler used. */
    private static final int RETURN_ADDRESS = 250;

    private OldClassFiles() {}

    /** Rewrites the class files of a folder to a version of 45.3 to 49. */
    static void age(Path folder, int version) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            new ClassReader(Files.readAllBytes(file)).accept(new Ager(writer, version), ClassReader.SKIP_FRAMES);
            Files.write(file, writer.toByteArray());
        }
    }

    private static final class Ager extends ClassVisitor {
        private final int version;

        Ager(ClassVisitor next, int version) {
            super(Opcodes.ASM9, next);
            this.version = version;
        }

        @Override
        public void visit(int ignored, int access, String name, String signature, String above, String[] interfaces) {
            super.visit(version, access, name, signature, above, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
            return (access & Opcodes.ACC_ABSTRACT) == 0 ? new SubroutineMaker(next) : next;
        }
    }

    private static final class SubroutineMaker extends MethodVisitor {
        private final Label subroutine = new Label();
        private boolean called;

        SubroutineMaker(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                visitJumpInsn(Opcodes.JSR, subroutine);
                called = true;
            }
            super.visitInsn(opcode);
        }

        /** Class constants came with version 49. */
        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type type) {
                super.visitLdcInsn(type.getClassName());
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        "java/lang/Class",
                        "forName",
                        "(Ljava/lang/String;)Ljava/lang/Class;",
                        false);
            } else {
                super.visitLdcInsn(value);
            }
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            if (called) {
                super.visitLabel(subroutine);
                super.visitVarInsn(Opcodes.ASTORE, RETURN_ADDRESS);
                super.visitVarInsn(Opcodes.RET, RETURN_ADDRESS);
            }
            super.visitMaxs(maxStack, maxLocals);
        }
    }
}
