package dev.jprof.agent.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** The method's catch handlers; of those that take a StackOverflowError the bounds of their probe and the type, else null. */
    private final Map<Label, Object[]> catchHandlers = new LinkedHashMap<Label, Object[]>();

    private final List<Object[]> tryBlocks = new ArrayList<Object[]>();
    private Object[] locals = {};
    private Object[] stack = {};
    private boolean handlerBegins;
    private Object[] handler;

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
        tryBlocks.add(new Object[] {start, end, handler, type});
        Object[] known = catchHandlers.get(handler);
        boolean takes = known == null && CodeLayout.takesOverflow(type);
        catchHandlers.put(handler, takes ? new Object[] {new Label(), new Label(), type} : known);
    }

    /** All are known before the first label: those of the probes come first, for the reason that {@link MovedTables} gives. */
    private void beginTryBlocks() {
        for (Object[] probe : catchHandlers.values()) {
            if (probe != null) {
                mv.visitTryCatchBlock((Label) probe[0], (Label) probe[1], (Label) probe[1], (String) probe[2]);
            }
        }
        for (Object[] block : tryBlocks) {
            mv.visitTryCatchBlock((Label) block[0], (Label) block[1], (Label) block[2], (String) block[3]);
        }
        tryBlocks.clear();
    }

    @Override
    public void visitLabel(Label label) {
        if (!tryBlocks.isEmpty()) {
            beginTryBlocks();
        }
        super.visitLabel(label);
        if (catchHandlers.containsKey(label)) {
            handlerBegins = true;
            handler = catchHandlers.get(label);
        }
    }

    @Override
    public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] stack) {
        guard.frame(mv, numLocal, local, numStack, stack);
        Object[] widened = withCell(numLocal, local);
        super.visitFrame(Opcodes.F_NEW, widened.length, widened, numStack, stack);
        this.locals = widened;
        this.stack = Arrays.copyOf(stack, numStack);
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
            caught(handler);
        }
    }

    private void caught(Object[] probe) {
        if (probe == null) {
            ProbeCode.caught(mv, id, slot);
            return;
        }
        mv.visitLabel((Label) probe[0]);
        ProbeCode.caught(mv, id, slot);
        mv.visitLabel((Label) probe[1]);
        if (frames) {
            mv.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
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
