package dev.jprof.agent.instrument;

/** Writes a method's code with its probes, as a {@link CodeLayout} says. */
final class CodeWriter {
    private final CodeLayout layout;
    private final CodeAttribute code;
    private final ProbeBytes probes;
    private final byte[] bytes;
    private final Output out;
    private final int origin;

    /** Up to where the old code has been written. */
    private int done;

    CodeWriter(CodeLayout layout, Output out) {
        this.layout = layout;
        this.code = layout.code;
        this.probes = layout.probes;
        this.bytes = layout.code.file.bytes;
        this.out = out;
        this.origin = out.length;
    }

    void write() {
        if (layout.leaf) {
            probes.leaf(out, layout.id);
        } else {
            probes.enter(out, layout.id, layout.slot);
        }
        body();
        if (layout.covered.length > 0 && layout.leaf) {
            probes.leafFailed(out, layout.id);
        } else if (layout.covered.length > 0) {
            probes.fail(out, layout.id, layout.slot);
        }
    }

    private void body() {
        for (int i = 0; i < layout.eventCount; i++) {
            int pc = layout.events[i];
            copyTo(pc);
            if (out.length - origin != layout.place(pc)) {
                throw new Unfit("place");
            }
            if (layout.isCatchHandler(pc)) {
                probes.caught(out, layout.id, layout.slot);
            }
            instruction(pc, layout.calls[i]);
        }
        copyTo(code.length);
    }

    private void copyTo(int pc) {
        out.copy(bytes, code.start + done, pc - done);
        done = pc;
    }

    private void instruction(int pc, int call) {
        int here = out.length - origin;
        int opcode = code.opcode(pc);
        switch (Instructions.KIND[opcode]) {
            case Instructions.RETURN:
                probes.exit(out, layout.slot);
                break;
            case Instructions.JUMP:
                out.u1(opcode);
                out.u2(near(layout.place(pc + Bytes.s2(bytes, code.start + pc + 1)) - here));
                done = pc + 3;
                break;
            case Instructions.WIDE_JUMP:
                out.u1(opcode);
                far(pc, here, code.start + pc + 1);
                done = pc + 5;
                break;
            case Instructions.SWITCH:
                switchTo(pc, here);
                break;
            default:
                if (call >= 0) {
                    probes.enter(out, call, layout.slot + 2);
                    copyTo(pc + Instructions.LENGTH[opcode]);
                    probes.exit(out, layout.slot + 2);
                }
                break;
        }
    }

    private static int near(int offset) {
        if (offset != (short) offset) {
            throw new Unfit("jump");
        }
        return offset;
    }

    private void far(int pc, int here, int at) {
        out.u4(layout.place(pc + Bytes.s4(bytes, at)) - here);
    }

    private void switchTo(int pc, int here) {
        out.u1(code.opcode(pc));
        for (int i = Instructions.switchOperands(here) - here; i > 1; i--) {
            out.u1(0);
        }
        int at = code.start + Instructions.switchOperands(pc);
        done = pc + Instructions.length(bytes, code.start, pc);
        int end = code.start + done;
        boolean table = code.opcode(pc) == Instructions.TABLESWITCH;
        far(pc, here, at);
        out.copy(bytes, at + 4, table ? 8 : 4);
        at += table ? 12 : 8;
        while (at < end) {
            if (!table) {
                out.copy(bytes, at, 4);
                at += 4;
            }
            far(pc, here, at);
            at += 4;
        }
    }
}
