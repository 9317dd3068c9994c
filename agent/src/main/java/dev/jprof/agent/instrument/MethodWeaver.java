package dev.jprof.agent.instrument;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Weaves the probes of one timed method: at its entry, before each return, at the beginning of each of its catch handlers, and
 * in one more handler around its whole body. The caller's cell is kept in a new local behind all others.
 *
 * <p>Expects expanded frames and passes them on with that local added; computes none.
 */
final class MethodWeaver extends MethodVisitor {
    private final int id;
    private final int slot;
    private final boolean frames;
    private final CallSites callSites;
    private final Guard guard;
    private final Set<Label> catchHandlers = new HashSet<Label>();
    private boolean handlerBegins;

    /**
     * @param slot the first free local
     * @param frames whether the class file version has stack map frames
     */
    MethodWeaver(MethodVisitor target, int id, int slot, boolean frames, Guard guard, CallSites callSites) {
        super(Opcodes.ASM9, target);
        this.id = id;
        this.slot = slot;
        this.frames = frames;
        this.guard = guard;
        this.callSites = callSites;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        ProbeCode.enter(mv, id, slot);
        guard.begin(mv);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        catchHandlers.add(handler);
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        handlerBegins |= catchHandlers.contains(label);
    }

    @Override
    public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] stack) {
        guard.frame(mv, numLocal, local, numStack, stack);
        Object[] widened = withCell(numLocal, local);
        super.visitFrame(Opcodes.F_NEW, widened.length, widened, numStack, stack);
    }

    private Object[] withCell(int numLocal, Object[] local) {
        int width = 0;
        for (int i = 0; i < numLocal; i++) {
            width += local[i] == Opcodes.LONG || local[i] == Opcodes.DOUBLE ? 2 : 1;
        }
        Object[] widened = Arrays.copyOf(local, numLocal + slot - width + 1);
        Arrays.fill(widened, numLocal, widened.length - 1, Opcodes.TOP);
        widened[widened.length - 1] = Opcodes.LONG;
        return widened;
    }

    private void beforeInstruction() {
        guard.instruction();
        if (handlerBegins) {
            handlerBegins = false;
            ProbeCode.caught(mv, id, slot);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        beforeInstruction();
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            ProbeCode.exit(mv, slot);
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        beforeInstruction();
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        beforeInstruction();
        super.visitVarInsn(opcode, local);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        beforeInstruction();
        guard.type(opcode);
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        beforeInstruction();
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
        beforeInstruction();
        int call = guard.endsSuperChain(opcode, owner, name) ? -1 : callSites.idOf(owner, name, descriptor);
        if (call >= 0) {
            ProbeCode.enter(mv, call, slot + 2);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, onInterface);
        guard.called(mv, opcode, owner, name);
        if (call >= 0) {
            ProbeCode.exit(mv, slot + 2);
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        beforeInstruction();
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        beforeInstruction();
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        beforeInstruction();
        super.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int local, int increment) {
        beforeInstruction();
        super.visitIincInsn(local, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
        beforeInstruction();
        super.visitTableSwitchInsn(min, max, dflt, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
        beforeInstruction();
        super.visitLookupSwitchInsn(dflt, keys, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        beforeInstruction();
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        Label handler = new Label();
        if (guard.coverWith(mv, handler)) {
            mv.visitLabel(handler);
            if (frames) {
                Object[] locals = withCell(0, new Object[0]);
                mv.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
            }
            ProbeCode.fail(mv, id, slot);
        }
        mv.visitMaxs(Math.max(4, maxStack + 2), slot + 4);
    }
}
