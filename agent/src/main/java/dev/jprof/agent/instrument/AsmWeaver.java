package dev.jprof.agent.instrument;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The second weaver, for what {@link ByteWeaver} leaves to it: frames of CLDC, annotations inside code, jumps that no longer
 * reach. Adds no member, computes no frame, looks up no other class. Thread-safe.
 */
final class AsmWeaver {
    /** HotSpot never compiles a method of more bytes ({@code HugeMethodLimit}). */
    private static final int HUGE = 8000;

    private final MethodTable methods;
    private final Skips skips;
    private final JdkPackages jdk;
    private final boolean leaves;

    /**
     * @param jdk the JDK's packages, or null when its calls are not recorded
     * @param leaves whether methods that do nothing worth timing are counted only
     */
    AsmWeaver(MethodTable methods, Skips skips, JdkPackages jdk, boolean leaves) {
        this.methods = methods;
        this.skips = skips;
        this.jdk = jdk;
        this.leaves = leaves;
    }

    /** The woven class, or null when there is nothing to weave. */
    byte[] weave(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassShape shape = new ClassShape();
        reader.accept(shape, ClassReader.SKIP_FRAMES);
        CodeSizes sizes = new CodeSizes(reader);
        Set<String> tooLarge = new HashSet<String>();
        while (true) {
            try {
                Pass pass = new Pass(new ClassWriter(reader, 0), shape, sizes, tooLarge);
                reader.accept(pass, ClassReader.EXPAND_FRAMES);
                byte[] woven = pass.wovenMethods == 0 ? null : pass.writer.toByteArray();
                if (woven == null || !grewHuge(shape, sizes, new CodeSizes(new ClassReader(woven)), tooLarge)) {
                    return woven;
                }
            } catch (MethodTooLargeException tooMuch) {
                leaveAlone(shape, tooMuch.getMethodName(), tooMuch.getDescriptor(), "too large with probes", tooLarge);
            }
        }
    }

    private boolean grewHuge(ClassShape shape, CodeSizes before, CodeSizes after, Set<String> tooLarge) {
        boolean any = false;
        for (String[] method : after.methods()) {
            boolean was = before.codeLength(method[0], method[1]) > HUGE;
            if (!was && after.codeLength(method[0], method[1]) > HUGE) {
                leaveAlone(shape, method[0], method[1], "would not be compiled with probes", tooLarge);
                any = true;
            }
        }
        return any;
    }

    private void leaveAlone(ClassShape shape, String name, String descriptor, String reason, Set<String> tooLarge) {
        tooLarge.add(name + descriptor);
        skips.add(shape.name, name, descriptor, reason);
    }

    /** One reading of the class. */
    private final class Pass extends ClassVisitor {
        private final ClassWriter writer;
        private final ClassShape shape;
        private final CodeSizes sizes;
        private final Set<String> tooLarge;
        private final CallSites callSites;
        private int wovenMethods;

        Pass(ClassWriter writer, ClassShape shape, CodeSizes sizes, Set<String> tooLarge) {
            super(Opcodes.ASM9, writer);
            this.writer = writer;
            this.shape = shape;
            this.sizes = sizes;
            this.tooLarge = tooLarge;
            this.callSites = new CallSites(methods, jdk, shape.name, shape.natives);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String sig, String[] exceptions) {
            MethodVisitor target = super.visitMethod(access, name, descriptor, sig, exceptions);
            if (sizes.codeLength(name, descriptor) == 0
                    || forwards(access, name)
                    || tooLarge.contains(name + descriptor)) {
                return target;
            }
            MethodShape method = shape.method(name, descriptor);
            boolean leaf = leaves && method.leaf();
            int id = methods.idOf(new WovenMethod(
                    shape.name.replace('/', '.'),
                    name,
                    descriptor,
                    shape.file,
                    method.line,
                    false,
                    leaf,
                    shape.codeHash(name, descriptor)));
            if (id < 0) {
                skips.add(shape.name, name, descriptor, "too many methods");
                return target;
            }
            wovenMethods++;
            boolean frames = shape.version >= Opcodes.V1_6;
            if (leaf) {
                return new LeafWeaver(target, id, method.mayThrow, frames);
            }
            Guard guard = new Guard("<init>".equals(name), shape.name, shape.superName);
            return new MethodWeaver(target, id, sizes.maxLocals(name, descriptor), frames, guard, callSites);
        }
    }

    /** As of {@link ByteWeaver}. */
    private static boolean forwards(int access, String name) {
        boolean synthetic = (access & Opcodes.ACC_SYNTHETIC) != 0;
        return (access & Opcodes.ACC_BRIDGE) != 0
                || synthetic && ("<init>".equals(name) || name.startsWith("access$") || ByteWeaver.JACOCO.equals(name));
    }
}
