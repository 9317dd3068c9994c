package dev.jprof.cli.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class of somebody else's in which one method has a {@link Burden} to carry at its beginning. */
public final class SlowedClass {
    private final String name;

    /** @param name binary name of the class */
    public SlowedClass(String name) {
        this.name = name.replace('.', '/');
    }

    /** Writes it to a folder that can stand before the original on a class path. */
    public void write(Path folder, String method, String descriptor, int steps) throws IOException {
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream original = SlowedClass.class.getClassLoader().getResourceAsStream(name + ".class")) {
            ClassReader reader = new ClassReader(Objects.requireNonNull(original, name));
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(slowing(writer, method, descriptor, steps), 0);
            Files.write(file, writer.toByteArray());
        }
    }

    private static ClassVisitor slowing(ClassWriter writer, String slowed, String slowedDescriptor, int steps) {
        return new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                boolean wanted = name.equals(slowed) && descriptor.equals(slowedDescriptor);
                return wanted ? carrying(next, steps) : next;
            }
        };
    }

    private static MethodVisitor carrying(MethodVisitor next, int steps) {
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitCode() {
                super.visitCode();
                visitLdcInsn(steps);
                visitMethodInsn(Opcodes.INVOKESTATIC, Burden.class.getName().replace('.', '/'), "carry", "(I)V", false);
            }
        };
    }
}
