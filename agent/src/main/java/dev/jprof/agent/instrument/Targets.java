package dev.jprof.agent.instrument;

/** Where the jump or switch at {@code pc} can go to. */
final class Targets {
    private final CodeAttribute code;
    private final byte[] bytes;
    private final int pc;

    Targets(CodeAttribute code, int pc) {
        this.code = code;
        this.bytes = code.file.bytes;
        this.pc = pc;
    }

    private int count() {
        int opcode = code.opcode(pc);
        if (Instructions.KIND[opcode] != Instructions.SWITCH) {
            return 1;
        }
        int operands = Instructions.switchOperands(pc) - pc;
        int length = Instructions.length(bytes, code.start, pc) - operands;
        return opcode == Instructions.TABLESWITCH ? (length - 12) / 4 + 1 : (length - 8) / 8 + 1;
    }

    private int target(int index) {
        int opcode = code.opcode(pc);
        int at = code.start + pc + 1;
        switch (Instructions.KIND[opcode]) {
            case Instructions.JUMP:
                return pc + Bytes.s2(bytes, at);
            case Instructions.WIDE_JUMP:
                return pc + Bytes.s4(bytes, at);
            default:
                int operands = code.start + Instructions.switchOperands(pc);
                boolean table = opcode == Instructions.TABLESWITCH;
                int offset = index == 0 ? 0 : table ? 8 + 4 * index : 4 + 8 * index;
                return pc + Bytes.s4(bytes, operands + offset);
        }
    }

    int lowest() {
        int lowest = Integer.MAX_VALUE;
        for (int i = count() - 1; i >= 0; i--) {
            lowest = Math.min(lowest, target(i));
        }
        return lowest;
    }

    /** All places in the method that a jump, a line or a variable's scope begins at. */
    boolean[] labels() {
        boolean[] labels = new boolean[code.length + 1];
        int at = 0;
        while (at < code.length) {
            int kind = Instructions.KIND[code.opcode(at)];
            if (kind == Instructions.JUMP || kind == Instructions.WIDE_JUMP || kind == Instructions.SWITCH) {
                Targets targets = new Targets(code, at);
                for (int i = targets.count() - 1; i >= 0; i--) {
                    labels[targets.target(i)] = true;
                }
            }
            at += Instructions.length(bytes, code.start, at);
        }
        int next = code.attributes + 2;
        for (int i = Bytes.u2(bytes, code.attributes); i > 0; i--) {
            String name = code.name(next);
            if (name.equals("LineNumberTable")) {
                mark(labels, next, 4);
            } else if (name.equals("LocalVariableTable")) {
                mark(labels, next, 10);
            }
            next = Bytes.afterAttribute(bytes, next);
        }
        return labels;
    }

    private void mark(boolean[] labels, int attribute, int entryLength) {
        int entry = attribute + 8;
        for (int i = Bytes.u2(bytes, attribute + 6); i > 0; i--) {
            int start = Bytes.u2(bytes, entry);
            labels[start] = true;
            if (entryLength == 10) {
                labels[start + Bytes.u2(bytes, entry + 2)] = true;
            }
            entry += entryLength;
        }
    }
}
