package dev.jprof.agent.instrument;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The same hash as {@link CodeHash}, of what ASM reads. */
final class AsmCodeHash extends MethodVisitor {
    private final String self;
    private final Map<Label, Integer> numbers = new IdentityHashMap<Label, Integer>();
    private final List<Label> targets = new ArrayList<Label>();
    private final List<Object[]> handlers = new ArrayList<Object[]>();
    private int count;
    private long hash;

    /** @param next sees the same code */
    AsmCodeHash(String owner, int access, MethodVisitor next) {
        super(Opcodes.ASM9, next);
        self = owner;
        hash = access & CodeHash.SYNCHRONIZED;
    }

    /** Never 0; asked for when all of the code was seen. */
    long value() {
        for (Label target : targets) {
            add(number(target));
        }
        for (Object[] handler : handlers) {
            add(number(handler[0]));
            add(number(handler[1]));
            add(number(handler[2]));
            add(handler[3] == null ? 0 : type((String) handler[3]));
        }
        targets.clear();
        handlers.clear();
        return hash == 0 ? 1 : hash;
    }

    private int number(Object label) {
        return numbers.get(label).intValue();
    }

    private void add(long word) {
        hash = Symbols.mix(hash, word);
    }

    private void instruction(int opcode) {
        count++;
        add(opcode);
    }

    private void instruction(int opcode, long operand) {
        count++;
        add(opcode | operand << 8);
    }

    private long type(String name) {
        return name.equals(self) ? Symbols.SELF : Symbols.mix(ConstantPool.CLASS, Symbols.type(name));
    }

    private long constant(Object value) {
        if (value instanceof Integer) {
            return Symbols.mix(ConstantPool.INTEGER, ((Integer) value).intValue());
        }
        if (value instanceof Float) {
            return Symbols.mix(4, Float.floatToRawIntBits(((Float) value).floatValue()));
        }
        if (value instanceof Long) {
            return Symbols.mix(ConstantPool.LONG, ((Long) value).longValue());
        }
        if (value instanceof Double) {
            return Symbols.mix(ConstantPool.DOUBLE, Double.doubleToRawLongBits(((Double) value).doubleValue()));
        }
        if (value instanceof String) {
            return Symbols.mix(ConstantPool.STRING, Symbols.text((String) value));
        }
        if (value instanceof Handle) {
            return handle((Handle) value);
        }
        if (value instanceof ConstantDynamic) {
            return dynamic((ConstantDynamic) value);
        }
        Type type = (Type) value;
        return type.getSort() == Type.METHOD
                ? Symbols.mix(ConstantHashes.METHOD_TYPE, Symbols.type(type.getDescriptor()))
                : type(type.getInternalName());
    }

    private long handle(Handle handle) {
        boolean field = handle.getTag() <= ConstantHashes.LAST_FIELD_KIND;
        int tag =
                field ? ConstantPool.FIELD : handle.isInterface() ? ConstantPool.INTERFACE_METHOD : ConstantPool.METHOD;
        long member = member(tag, handle.getOwner(), handle.getName(), handle.getDesc());
        return Symbols.mix(Symbols.mix(ConstantHashes.METHOD_HANDLE, handle.getTag()), member);
    }

    private long dynamic(ConstantDynamic value) {
        Object[] arguments = new Object[value.getBootstrapMethodArgumentCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value.getBootstrapMethodArgument(i);
        }
        return dynamic(
                ConstantHashes.DYNAMIC, value.getName(), value.getDescriptor(), value.getBootstrapMethod(), arguments);
    }

    private long dynamic(int tag, String name, String descriptor, Handle bootstrap, Object[] arguments) {
        long dynamic = Symbols.member(tag, handle(bootstrap), Symbols.type(name), Symbols.type(descriptor));
        for (Object argument : arguments) {
            dynamic = Symbols.mix(dynamic, constant(argument));
        }
        return dynamic;
    }

    private long member(int tag, String owner, String name, String descriptor) {
        long symbol = tag == ConstantPool.FIELD ? Symbols.type(name) : Symbols.methodName(name);
        return Symbols.member(tag, type(owner), symbol, Symbols.type(descriptor));
    }

    @Override
    public void visitLabel(Label label) {
        numbers.put(label, Integer.valueOf(count));
        super.visitLabel(label);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        handlers.add(new Object[] {start, end, handler, type});
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitInsn(int opcode) {
        instruction(opcode);
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        instruction(opcode, operand);
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        instruction(opcode, local);
        super.visitVarInsn(opcode, local);
    }

    @Override
    public void visitIincInsn(int local, int by) {
        instruction(Opcodes.IINC, local | (long) by << 16);
        super.visitIincInsn(local, by);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        instruction(opcode);
        add(type(type));
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        instruction(opcode);
        add(member(ConstantPool.FIELD, owner, name, descriptor));
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
        instruction(opcode);
        int tag = onInterface ? ConstantPool.INTERFACE_METHOD : ConstantPool.METHOD;
        add(member(tag, owner, name, descriptor));
        super.visitMethodInsn(opcode, owner, name, descriptor, onInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        instruction(Opcodes.INVOKEDYNAMIC);
        add(dynamic(ConstantHashes.INVOKE_DYNAMIC, name, descriptor, bootstrap, arguments));
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        instruction(opcode);
        targets.add(label);
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        instruction(Opcodes.LDC);
        add(constant(value));
        super.visitLdcInsn(value);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
        instruction(Opcodes.TABLESWITCH);
        targets.add(dflt);
        add(min);
        add(max);
        for (Label label : labels) {
            targets.add(label);
        }
        super.visitTableSwitchInsn(min, max, dflt, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
        instruction(Opcodes.LOOKUPSWITCH);
        targets.add(dflt);
        for (int i = 0; i < keys.length; i++) {
            add(keys[i]);
            targets.add(labels[i]);
        }
        super.visitLookupSwitchInsn(dflt, keys, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        instruction(Opcodes.MULTIANEWARRAY);
        add(type(descriptor));
        add(dimensions);
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }
}
