package dev.jprof.agent.instrument;

import java.util.Arrays;

/**
 * 64 bits of what a method does, the same for the same instructions however they are encoded: names instead of constants'
 * numbers, numbers of instructions instead of places, one form of what has a short and a long one. Lines, variables' names and
 * frames have no part in it. {@link AsmCodeHash} has the same result. Not thread-safe.
 */
final class CodeHash {
    static final int SYNCHRONIZED = 0x20;

    /** One byte. */
    private static final int SINGLE = 0;

    /** A local, a type of array. */
    private static final int BYTE = 1;

    private static final int SIGNED_BYTE = 2;
    private static final int SIGNED_SHORT = 3;
    private static final int SHORT_CONSTANT = 4;
    private static final int CONSTANT = 5;
    private static final int JUMP = 6;
    private static final int OTHER = 7;

    private static final int GOTO_TO_WIDE = 33;
    private static final int MULTIANEWARRAY = 197;

    private static final byte[] FORM = new byte[256];

    /** What an instruction of one byte adds: short forms of loads and stores name a local. */
    private static final int[] WORD = new int[256];

    static {
        for (int opcode = 0; opcode < 256; opcode++) {
            int kind = Instructions.KIND[opcode];
            int length = Instructions.LENGTH[opcode];
            boolean refers = opcode >= Instructions.LDC_W && opcode <= 20 || opcode >= Instructions.GETSTATIC;
            FORM[opcode] = (byte)
                    (kind == Instructions.JUMP
                            ? JUMP
                            : length == 1 ? SINGLE : length == 2 ? BYTE : refers && length > 0 ? CONSTANT : OTHER);
            WORD[opcode] = opcode;
        }
        FORM[16] = SIGNED_BYTE;
        FORM[17] = SIGNED_SHORT;
        FORM[Instructions.LDC] = SHORT_CONSTANT;
        FORM[MULTIANEWARRAY] = OTHER;
        FORM[Instructions.JSR_W - 1] = OTHER;
        FORM[Instructions.JSR_W] = OTHER;
        for (int i = 0; i < 20; i++) {
            WORD[26 + i] = Instructions.ALOAD - 4 + i / 4 | i % 4 << 8;
            WORD[59 + i] = 54 + i / 4 | i % 4 << 8;
        }
    }

    private final ClassFile file;
    private final byte[] bytes;
    private final ConstantHashes constants;
    private char[] numbers = new char[256];
    private int[] targets = new int[32];
    private int targetCount;

    CodeHash(ClassFile file) {
        this.file = file;
        this.bytes = file.bytes;
        this.constants = new ConstantHashes(file);
    }

    /** Never 0. */
    long of(CodeAttribute code) {
        if (numbers.length <= code.length) {
            numbers = new char[2 * code.length + 1];
        }
        targetCount = 0;
        long hash = instructions(code, file.access(code.method) & SYNCHRONIZED);
        for (int i = 0; i < targetCount; i++) {
            hash = Symbols.mix(hash, numbers[targets[i]]);
        }
        for (int i = 0; i < code.handlers; i++) {
            hash = handler(hash, code.firstHandler + 8 * i);
        }
        return hash == 0 ? 1 : hash;
    }

    private long handler(long before, int at) {
        long hash = Symbols.mix(before, numbers[Bytes.u2(bytes, at)]);
        hash = Symbols.mix(hash, numbers[Bytes.u2(bytes, at + 2)]);
        hash = Symbols.mix(hash, numbers[Bytes.u2(bytes, at + 4)]);
        int type = Bytes.u2(bytes, at + 6);
        return Symbols.mix(hash, type == 0 ? 0 : constants.of(type));
    }

    private long instructions(CodeAttribute code, long before) {
        long hash = before;
        char count = 0;
        int pc = 0;
        while (pc < code.length) {
            numbers[pc] = count++;
            int at = code.start + pc;
            int opcode = bytes[at] & 0xff;
            int length = Instructions.LENGTH[opcode];
            switch (FORM[opcode]) {
                case SINGLE:
                    hash = Symbols.mix(hash, WORD[opcode]);
                    break;
                case BYTE:
                    hash = Symbols.mix(hash, opcode | (bytes[at + 1] & 0xff) << 8);
                    break;
                case SIGNED_BYTE:
                    hash = Symbols.mix(hash, opcode | (long) bytes[at + 1] << 8);
                    break;
                case SIGNED_SHORT:
                    hash = Symbols.mix(hash, opcode | (long) Bytes.s2(bytes, at + 1) << 8);
                    break;
                case SHORT_CONSTANT:
                    hash = Symbols.mix(Symbols.mix(hash, Instructions.LDC), constants.of(bytes[at + 1] & 0xff));
                    break;
                case CONSTANT:
                    int shown = opcode < 21 ? Instructions.LDC : opcode;
                    hash = Symbols.mix(Symbols.mix(hash, shown), constants.of(Bytes.u2(bytes, at + 1)));
                    break;
                case JUMP:
                    hash = Symbols.mix(hash, opcode);
                    target(pc + Bytes.s2(bytes, at + 1));
                    break;
                default:
                    length = Instructions.length(bytes, code.start, pc);
                    hash = other(hash, code, pc, opcode, length);
            }
            pc += length;
        }
        numbers[pc] = count;
        return hash;
    }

    private long other(long hash, CodeAttribute code, int pc, int opcode, int length) {
        int at = code.start + pc;
        switch (Instructions.KIND[opcode]) {
            case Instructions.WIDE_JUMP:
                target(pc + Bytes.s4(bytes, at + 1));
                return Symbols.mix(hash, opcode - GOTO_TO_WIDE);
            case Instructions.SWITCH:
                return choice(hash, opcode, pc, code.start + Instructions.switchOperands(pc), at + length);
            case Instructions.WIDE:
                int wide = bytes[at + 1] & 0xff;
                int local = Bytes.u2(bytes, at + 2);
                return wide == Instructions.IINC
                        ? increment(hash, local, Bytes.s2(bytes, at + 4))
                        : Symbols.mix(hash, wide | local << 8);
            default:
                if (opcode == Instructions.IINC) {
                    return increment(hash, bytes[at + 1] & 0xff, bytes[at + 2]);
                }
                long type = constants.of(Bytes.u2(bytes, at + 1));
                return Symbols.mix(Symbols.mix(Symbols.mix(hash, MULTIANEWARRAY), type), bytes[at + 3] & 0xff);
        }
    }

    private static long increment(long hash, int local, long by) {
        return Symbols.mix(hash, Instructions.IINC | (local | by << 16) << 8);
    }

    private long choice(long before, int opcode, int pc, int operands, int end) {
        long hash = Symbols.mix(before, opcode);
        target(pc + Bytes.s4(bytes, operands));
        if (opcode == Instructions.TABLESWITCH) {
            hash = Symbols.mix(hash, Bytes.s4(bytes, operands + 4));
            hash = Symbols.mix(hash, Bytes.s4(bytes, operands + 8));
            for (int at = operands + 12; at < end; at += 4) {
                target(pc + Bytes.s4(bytes, at));
            }
            return hash;
        }
        for (int at = operands + 8; at < end; at += 8) {
            hash = Symbols.mix(hash, Bytes.s4(bytes, at));
            target(pc + Bytes.s4(bytes, at + 4));
        }
        return hash;
    }

    private void target(int pc) {
        if (targetCount == targets.length) {
            targets = Arrays.copyOf(targets, 2 * targetCount);
        }
        targets[targetCount++] = pc;
    }
}
