package dev.jprof.agent.instrument;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What a first look at a method's code says: its first line, and whether it is a leaf that does nothing worth timing. */
final class MethodShape extends MethodVisitor {
    private static final int LEAF_INSTRUCTIONS = 15;

    private final String owner;
    private final Set<String> ownFields;
    private final Set<Label> seen = new HashSet<Label>();
    private final boolean instance;
    private int instructions;
    private boolean afterThis;
    private boolean works;

    int line;
    boolean mayThrow;

    MethodShape(String owner, Set<String> ownFields, int access) {
        super(Opcodes.ASM9);
        this.owner = owner;
        this.ownFields = ownFields;
        this.instance = (access & Opcodes.ACC_STATIC) == 0;
        this.works = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    }

    /**
     * Some fifteen instructions at most, no call, loop, allocation, monitor, throw, or anything that can make the JVM
     * load or initialise another class.
     */
    boolean leaf() {
        return !works && instructions <= LEAF_INSTRUCTIONS;
    }

    private void instruction() {
        instructions++;
        afterThis = false;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        if (line == 0) {
            line = number;
        }
    }

    @Override
    public void visitLabel(Label label) {
        seen.add(label);
        afterThis = false;
    }

    @Override
    public void visitInsn(int opcode) {
        instruction();
        if (opcode == Opcodes.ATHROW || opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
            works = true;
        }
        mayThrow |= throwing(opcode);
    }

    private static boolean throwing(int opcode) {
        return opcode == Opcodes.IDIV
                || opcode == Opcodes.LDIV
                || opcode == Opcodes.IREM
                || opcode == Opcodes.LREM
                || opcode == Opcodes.ARRAYLENGTH
                || (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD)
                || (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        instruction();
        works |= opcode == Opcodes.RET;
        afterThis = instance && opcode == Opcodes.ALOAD && slot == 0;
        mayThrow |= instance && opcode == Opcodes.ASTORE && slot == 0;
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        instruction();
        works |= opcode == Opcodes.NEWARRAY;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        instruction();
        boolean cast = opcode == Opcodes.CHECKCAST || opcode == Opcodes.INSTANCEOF;
        works |= !cast || !(type.equals(owner) || type.startsWith("java/"));
        mayThrow |= opcode == Opcodes.CHECKCAST;
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String name, String descriptor) {
        boolean ofThis = afterThis && opcode == Opcodes.GETFIELD;
        instruction();
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        works |= isStatic && !(fieldOwner.equals(owner) && ownFields.contains(name + descriptor));
        mayThrow |= !isStatic && !ofThis;
    }

    @Override
    public void visitMethodInsn(int opcode, String target, String name, String descriptor, boolean onInterface) {
        works = true;
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        works = true;
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        instruction();
        works |= opcode == Opcodes.JSR || seen.contains(label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        instruction();
        works |= !(value instanceof Number || value instanceof String);
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        instruction();
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
        switchTo(dflt, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
        switchTo(dflt, labels);
    }

    private void switchTo(Label dflt, Label[] labels) {
        instruction();
        works |= seen.contains(dflt);
        for (Label label : labels) {
            works |= seen.contains(label);
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        works = true;
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        works = true;
    }
}
