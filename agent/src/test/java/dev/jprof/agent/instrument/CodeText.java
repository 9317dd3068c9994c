package dev.jprof.agent.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The code of a method as lines of text that don't depend on how it is encoded: places are numbers of instructions. */
final class CodeText extends MethodVisitor {
    private final List<Object[]> lines = new ArrayList<>();
    private final Map<Label, Integer> places = new IdentityHashMap<>();
    private final List<String> text;
    private int instructions;

    private CodeText(List<String> text, Object... method) {
        super(Opcodes.ASM9);
        this.text = text;
        lines.add(method);
    }

    /** All methods of a class. */
    static List<String> of(byte[] bytes) {
        List<String> text = new ArrayList<>();
        ClassVisitor methods = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
                return new CodeText(text, "method", access, name, type, signature);
            }
        };
        new ClassReader(bytes).accept(methods, ClassReader.EXPAND_FRAMES);
        return text;
    }

    @Override
    public void visitEnd() {
        for (Object[] line : lines) {
            StringBuilder rendered = new StringBuilder();
            for (Object part : line) {
                rendered.append(part instanceof Label ? "@" + places.get(part) : String.valueOf(part))
                        .append(' ');
            }
            text.add(rendered.toString());
        }
    }

    private void instruction(Object... parts) {
        instructions++;
        lines.add(parts);
    }

    @Override
    public void visitLabel(Label label) {
        places.put(label, instructions);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        lines.add(new Object[] {"catch", start, end, handler, type});
    }

    @Override
    public void visitLineNumber(int line, Label start) {
        lines.add(new Object[] {"line", line, start});
    }

    @Override
    public void visitLocalVariable(String name, String type, String signature, Label start, Label end, int index) {
        lines.add(new Object[] {"variable", name, type, signature, start, end, index});
    }

    @Override
    public void visitFrame(int type, int localCount, Object[] local, int stackCount, Object[] stack) {
        Object[] parts = new Object[localCount + stackCount + 2];
        parts[0] = "frame";
        System.arraycopy(local, 0, parts, 1, localCount);
        parts[localCount + 1] = "|";
        System.arraycopy(stack, 0, parts, localCount + 2, stackCount);
        lines.add(parts);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
        lines.add(new Object[] {"maxs", stack, locals});
    }

    @Override
    public void visitInsn(int opcode) {
        instruction(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        instruction(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        instruction(opcode, local);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        instruction(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        instruction(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
        instruction(opcode, owner, name, descriptor, onInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        instruction("dynamic", name, descriptor, bootstrap, List.of(arguments));
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        instruction(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        instruction("ldc", value, value.getClass());
    }

    @Override
    public void visitIincInsn(int local, int increment) {
        instruction("iinc", local, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
        instruction("table", min, max, dflt);
        lines.add(labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
        instruction("lookup", dflt, Arrays.toString(keys));
        lines.add(labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        instruction("multi", descriptor, dimensions);
    }
}
