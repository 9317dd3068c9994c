package dev.jprof.agent.instrument;

/** The JVM's instructions by opcode (JVMS 6.5): how long they are, and what has to be known about them to move them. */
final class Instructions {
    /** Nothing but a move. */
    static final int PLAIN = 0;

    /** A jump by 16 bits. */
    static final int JUMP = 1;

    /** A jump by 32 bits. */
    static final int WIDE_JUMP = 2;

    /** The two switches. */
    static final int SWITCH = 3;

    /** Leaves the method. */
    static final int RETURN = 4;

    /** Calls a method that the constant pool names. */
    static final int CALL = 5;

    static final int NEW_OBJECT = 6;

    /** The next instruction with a local of 16 bits. */
    static final int WIDE = 7;

    /** Not an instruction of class files. */
    static final int NONE = 8;

    static final int LDC = 18;
    static final int LDC_W = 19;
    static final int ALOAD = 25;
    static final int ALOAD_0 = 42;
    static final int ASTORE = 58;
    static final int ASTORE_0 = 75;
    static final int IINC = 132;
    static final int JSR = 168;
    static final int RET = 169;
    static final int TABLESWITCH = 170;
    static final int GETSTATIC = 178;
    static final int PUTSTATIC = 179;
    static final int GETFIELD = 180;
    static final int PUTFIELD = 181;
    static final int INVOKESPECIAL = 183;
    static final int CHECKCAST = 192;
    static final int INSTANCEOF = 193;
    static final int JSR_W = 201;

    /** By opcode; 0 for what has no fixed length. */
    static final byte[] LENGTH = new byte[256];

    static final byte[] KIND = new byte[256];

    static {
        lengths(0, 201, 1);
        lengths(16, 16, 2);
        lengths(17, 17, 3);
        lengths(LDC, LDC, 2);
        lengths(LDC_W, 20, 3);
        lengths(21, ALOAD, 2);
        lengths(54, 58, 2);
        lengths(IINC, IINC, 3);
        kinds(153, JSR, JUMP, 3);
        lengths(RET, RET, 2);
        kinds(TABLESWITCH, 171, SWITCH, 0);
        kinds(172, 177, RETURN, 1);
        lengths(GETSTATIC, PUTFIELD, 3);
        kinds(182, 184, CALL, 3);
        kinds(185, 185, CALL, 5);
        lengths(186, 186, 5);
        kinds(187, 187, NEW_OBJECT, 3);
        lengths(188, 188, 2);
        lengths(189, 189, 3);
        lengths(CHECKCAST, INSTANCEOF, 3);
        kinds(196, 196, WIDE, 0);
        lengths(197, 197, 4);
        kinds(198, 199, JUMP, 3);
        kinds(200, JSR_W, WIDE_JUMP, 5);
        kinds(202, 255, NONE, 0);
    }

    private Instructions() {}

    private static void lengths(int first, int last, int length) {
        for (int opcode = first; opcode <= last; opcode++) {
            LENGTH[opcode] = (byte) length;
        }
    }

    private static void kinds(int first, int last, int kind, int length) {
        lengths(first, last, length);
        for (int opcode = first; opcode <= last; opcode++) {
            KIND[opcode] = (byte) kind;
        }
    }

    /**
     * Bytes of the instruction at {@code pc}.
     *
     * @param start where the method's code begins in {@code bytes}
     */
    static int length(byte[] bytes, int start, int pc) {
        int at = start + pc;
        int opcode = bytes[at] & 0xff;
        switch (KIND[opcode]) {
            case SWITCH:
                return switchOperands(pc) - pc + operandLength(bytes, opcode, start + switchOperands(pc));
            case WIDE:
                return wideLength(bytes[at + 1] & 0xff);
            case NONE:
                throw new Unfit("instruction");
            default:
                return LENGTH[opcode];
        }
    }

    /** Where the operands of a switch are, which begin at a multiple of four. */
    static int switchOperands(int pc) {
        return pc + 4 & ~3;
    }

    private static int operandLength(byte[] bytes, int opcode, int at) {
        boolean table = opcode == TABLESWITCH;
        long targets = table ? (long) Bytes.s4(bytes, at + 8) - Bytes.s4(bytes, at + 4) + 1 : Bytes.s4(bytes, at + 4);
        if (targets < (table ? 1 : 0) || targets > 0xffff / 4) {
            throw new Unfit("switch");
        }
        return table ? 12 + 4 * (int) targets : 8 + 8 * (int) targets;
    }

    private static int wideLength(int opcode) {
        if (opcode == IINC) {
            return 6;
        }
        if (opcode >= 21 && opcode <= ALOAD || opcode >= 54 && opcode <= ASTORE || opcode == RET) {
            return 4;
        }
        throw new Unfit("instruction");
    }
}
