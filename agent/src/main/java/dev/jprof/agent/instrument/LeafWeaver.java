package dev.jprof.agent.instrument;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Weaves one counter into a leaf and, if it can throw, another behind its last instruction. */
final class LeafWeaver extends MethodVisitor {
    private final int id;
    private final boolean mayThrow;
    private final boolean frames;
    private final Label start = new Label();

    LeafWeaver(MethodVisitor target, int id, boolean mayThrow, boolean frames) {
        super(Opcodes.ASM9, target);
        this.id = id;
        this.mayThrow = mayThrow;
        this.frames = frames;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        ProbeCode.leaf(mv, id);
        mv.visitLabel(start);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        if (mayThrow) {
            Label handler = new Label();
            mv.visitLabel(handler);
            mv.visitTryCatchBlock(start, handler, handler, null);
            if (frames) {
                mv.visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
            }
            ProbeCode.leafFailed(mv, id);
        }
        mv.visitMaxs(Math.max(2, maxStack), maxLocals);
    }
}
