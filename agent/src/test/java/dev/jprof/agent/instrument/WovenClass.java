package dev.jprof.agent.instrument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** A class {@code p.T} with one method {@code f}, woven. */
final class WovenClass {
    interface Body {
        void write(MethodVisitor code);
    }

    final byte[] before;
    final byte[] after;
    final Skips skips = new Skips();

    private WovenClass(byte[] before) {
        this.before = before;
        this.after = new ClassWeaver(new MethodTable(), skips, null, true).weave(before);
    }

    static WovenClass of(int version, String descriptor, Body body) {
        return of(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, descriptor, body);
    }

    static WovenClass of(int version, int access, String descriptor, Body body) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "p/T", null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_STATIC, "counter", "I", null, null).visitEnd();
        MethodVisitor code = writer.visitMethod(access, "f", descriptor, null, null);
        code.visitCode();
        body.write(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return new WovenClass(writer.toByteArray());
    }

    int bytesAdded(String descriptor) {
        return length(after, descriptor) - length(before, descriptor);
    }

    /** What the other weaver would add. */
    int bytesAddedByAsm(String descriptor) {
        byte[] woven = new AsmWeaver(new MethodTable(), new Skips(), null, true).weave(before);
        return length(woven, descriptor) - length(before, descriptor);
    }

    private static int length(byte[] bytes, String descriptor) {
        return new CodeSizes(new ClassReader(bytes)).codeLength("f", descriptor);
    }

    List<String> skipped() {
        List<String> names = new ArrayList<>();
        for (Skips.Skip skip : skips.list()) {
            names.add(skip.className + "." + skip.method + ": " + skip.reason);
        }
        return Collections.unmodifiableList(names);
    }

    /** Defines, verifies and calls the woven method. */
    Object call() throws ReflectiveOperationException {
        Class<?> type = new ClassLoader(WovenClass.class.getClassLoader()) {
            Class<?> define() {
                return defineClass("p.T", after, 0, after.length);
            }
        }.define();
        return type.getMethod("f").invoke(null);
    }
}
