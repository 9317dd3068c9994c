package dev.jprof.agent.instrument;

/** Whether a method is a leaf that does nothing worth timing, and whether that can throw: {@link MethodShape} read from bytes. */
final class LeafRule {
    private static final int MOST_INSTRUCTIONS = 15;
    private static final int STATIC = 8;
    private static final int SYNCHRONIZED = 0x20;

    private final ClassFile file;
    private final CodeAttribute code;
    private final byte[] bytes;

    LeafRule(CodeAttribute code) {
        this.code = code;
        this.file = code.file;
        this.bytes = code.file.bytes;
    }

    boolean isLeaf() {
        if ((file.access(code.method) & SYNCHRONIZED) != 0 || code.handlers > 0) {
            return false;
        }
        int instructions = 0;
        int pc = 0;
        while (pc < code.length) {
            if (++instructions > MOST_INSTRUCTIONS || works(pc)) {
                return false;
            }
            pc += Instructions.length(bytes, code.start, pc);
        }
        return true;
    }

    private boolean works(int pc) {
        int opcode = code.opcode(pc);
        switch (Instructions.KIND[opcode]) {
            case Instructions.JUMP:
            case Instructions.WIDE_JUMP:
            case Instructions.SWITCH:
                return opcode == Instructions.JSR
                        || opcode == Instructions.JSR_W
                        || new Targets(code, pc).lowest() <= pc;
            case Instructions.CALL:
            case Instructions.NEW_OBJECT:
                return true;
            case Instructions.WIDE:
                return (bytes[code.start + pc + 1] & 0xff) == Instructions.RET;
            default:
                return plainWorks(opcode, pc);
        }
    }

    private boolean plainWorks(int opcode, int pc) {
        switch (opcode) {
            case Instructions.LDC:
                return !isNumberOrString(bytes[code.start + pc + 1] & 0xff);
            case Instructions.LDC_W:
            case Instructions.LDC_W + 1:
                return !isNumberOrString(code.operand(pc));
            case Instructions.GETSTATIC:
            case Instructions.PUTSTATIC:
                return !isOwnField(code.operand(pc));
            case Instructions.CHECKCAST:
            case Instructions.INSTANCEOF:
                String type = file.pool.className(code.operand(pc));
                return !type.equals(file.name) && !type.startsWith("java/");
            default:
                return opcode == Instructions.RET || opcode >= 186 && opcode != 190 && opcode < 196 || opcode == 197;
        }
    }

    private boolean isNumberOrString(int constant) {
        int tag = file.pool.tag(constant);
        return tag >= ConstantPool.INTEGER && tag <= ConstantPool.DOUBLE || tag == ConstantPool.STRING;
    }

    private boolean isOwnField(int constant) {
        int field = file.pool.at(constant, ConstantPool.FIELD);
        if (!file.pool.className(Bytes.u2(bytes, field)).equals(file.name)) {
            return false;
        }
        int names = file.pool.at(Bytes.u2(bytes, field + 2), ConstantPool.NAME_AND_TYPE);
        return file.declares(file.pool.text(Bytes.u2(bytes, names)), file.pool.text(Bytes.u2(bytes, names + 2)));
    }

    /** Whether a leaf can throw. */
    boolean mayThrow() {
        boolean[] labels = null;
        boolean afterThis = false;
        int pc = 0;
        while (pc < code.length) {
            int opcode = code.opcode(pc);
            if (opcode == Instructions.GETFIELD && afterThis) {
                labels = labels == null ? new Targets(code, 0).labels() : labels;
                afterThis = !labels[pc];
            }
            if (throwing(opcode) && !(opcode == Instructions.GETFIELD && afterThis) || storesOverThis(opcode, pc)) {
                return true;
            }
            afterThis = loadsThis(opcode, pc);
            pc += Instructions.length(bytes, code.start, pc);
        }
        return false;
    }

    /** What is stored there may be null. */
    private boolean storesOverThis(int opcode, int pc) {
        return opcode == Instructions.ASTORE_0 && isInstance() || isOfThis(Instructions.ASTORE, opcode, pc);
    }

    private boolean loadsThis(int opcode, int pc) {
        return opcode == Instructions.ALOAD_0 && isInstance() || isOfThis(Instructions.ALOAD, opcode, pc);
    }

    private boolean isOfThis(int wanted, int opcode, int pc) {
        if (opcode == wanted) {
            return isInstance() && bytes[code.start + pc + 1] == 0;
        }
        boolean wide = opcode == 196 && (bytes[code.start + pc + 1] & 0xff) == wanted;
        return wide && isInstance() && code.operand(pc + 1) == 0;
    }

    private boolean isInstance() {
        return (file.access(code.method) & STATIC) == 0;
    }

    private static boolean throwing(int opcode) {
        boolean array = opcode >= 46 && opcode <= 53 || opcode >= 79 && opcode <= 86 || opcode == 190;
        boolean division = opcode == 108 || opcode == 109 || opcode == 112 || opcode == 113;
        boolean field = opcode == Instructions.GETFIELD || opcode == Instructions.PUTFIELD;
        return array || division || field || opcode == Instructions.CHECKCAST;
    }
}
