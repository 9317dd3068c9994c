package dev.jprof.agent.instrument;

import java.util.Arrays;

/** Where each instruction of a method will be, once the probes are between them. One pass over the code. */
final class CodeLayout {
    final CodeAttribute code;
    final ProbeBytes probes;

    /** The method's own number. */
    final int id;

    /** Whether it is counted only. */
    final boolean leaf;

    /** Where the caller's cell is kept: the first free local. */
    final int slot;

    /** New place of each instruction with the probes before it, and of the end; 0 where no instruction begins. */
    final int[] places;

    /** The instructions that are not merely moved, in order, and the numbers of the calls that are recorded, or -1. */
    int[] events = new int[16];

    int[] calls = new int[16];
    int eventCount;

    /** Beginning and end of each stretch of new code that the handler covers. */
    int[] covered = {};

    /** How many catch handlers take a StackOverflowError. */
    int takingOverflow;

    private static final int TAKES_NOT = 1;
    private static final int TAKES = 2;

    private final byte[] bytes;

    /** What begins there: 0 for no catch handler, else {@link #TAKES_NOT}, or {@link #TAKES} and the constant of what it takes. */
    private final int[] handlers;

    private int at;

    /** @param entryLength bytes of the probe at the entry */
    CodeLayout(CodeAttribute code, ProbeBytes probes, int id, boolean leaf, int entryLength) {
        this.code = code;
        this.probes = probes;
        this.id = id;
        this.leaf = leaf;
        this.slot = code.maxLocals;
        this.bytes = code.file.bytes;
        this.places = new int[code.length + 1];
        this.at = entryLength;
        this.handlers = code.handlers == 0 ? new int[0] : catchHandlers();
    }

    private int[] catchHandlers() {
        int[] found = new int[code.length];
        for (int i = 0; i < code.handlers; i++) {
            int entry = code.firstHandler + 8 * i;
            int handler = Bytes.u2(bytes, entry + 4);
            int type = Bytes.u2(bytes, entry + 6);
            if (found[handler] < TAKES && takesOverflow(type == 0 ? null : code.file.pool.className(type))) {
                found[handler] = TAKES + type;
                takingOverflow++;
            } else if (found[handler] == 0) {
                found[handler] = TAKES_NOT;
            }
        }
        return found;
    }

    /** Whether a handler of a type, or of any if that is null, may be given a StackOverflowError. */
    static boolean takesOverflow(String type) {
        return type == null
                || type.equals("java/lang/Throwable")
                || type.equals("java/lang/Error")
                || type.equals("java/lang/VirtualMachineError")
                || type.equals("java/lang/StackOverflowError");
    }

    /** Lays out a leaf. */
    void leaf(boolean mayThrow) {
        int entry = at;
        int pc = 0;
        while (pc < code.length) {
            places[pc] = at;
            pc += step(pc, Instructions.KIND[code.opcode(pc)]);
        }
        end(pc);
        if (mayThrow) {
            covered = new int[] {entry, at};
        }
    }

    /**
     * Lays out a timed method.
     *
     * @param sites which calls are recorded where they are made, or null
     * @param guard null in what is no constructor
     * @param frames the method's frames before the first one, or null if there is no guard
     */
    void timed(CallSites sites, GuardedCode guard, FrameReader frames) {
        int entry = at;
        int pc = 0;
        if (guard != null) {
            guard.end(0, at);
            frames.next();
        }
        boolean everyCall = sites != null || guard != null;
        while (pc < code.length) {
            places[pc] = at;
            if (guard != null && frames.pc == pc) {
                guard.frame(pc, at, frames);
                frames.next();
            }
            if (isCatchHandler(pc)) {
                event(pc, -1);
                at += probes.caughtLength(id, slot);
            }
            int kind = Instructions.KIND[bytes[code.start + pc] & 0xff];
            if (kind == Instructions.RETURN) {
                event(pc, -1);
                at += probes.exitLength(slot);
            } else if (kind == Instructions.NEW_OBJECT && guard != null) {
                guard.allocated();
            }
            if (kind == Instructions.CALL && everyCall) {
                pc += call(pc, sites, guard);
            } else {
                pc += step(pc, kind);
            }
        }
        end(pc);
        if (guard == null) {
            covered = new int[] {entry, at};
        } else {
            guard.end(pc, at);
            covered = guard.bounds();
        }
    }

    private int step(int pc, int kind) {
        if (kind == Instructions.PLAIN || kind == Instructions.RETURN) {
            int length = Instructions.LENGTH[bytes[code.start + pc] & 0xff];
            at += length;
            return length;
        }
        int length = Instructions.length(bytes, code.start, pc);
        int newLength = length;
        if (kind == Instructions.JUMP || kind == Instructions.WIDE_JUMP) {
            event(pc, -1);
        } else if (kind == Instructions.SWITCH) {
            event(pc, -1);
            newLength += Instructions.switchOperands(at) - at - (Instructions.switchOperands(pc) - pc);
        }
        at += newLength;
        return length;
    }

    private int call(int pc, CallSites sites, GuardedCode guard) {
        ConstantPool pool = code.file.pool;
        int opcode = code.opcode(pc);
        int length = Instructions.LENGTH[opcode];
        int constant = code.operand(pc);
        int method = pool.at(constant, pool.tag(constant) == ConstantPool.METHOD ? 10 : ConstantPool.INTERFACE_METHOD);
        String target = pool.className(Bytes.u2(bytes, method));
        int names = pool.at(Bytes.u2(bytes, method + 2), ConstantPool.NAME_AND_TYPE);
        String name = pool.text(Bytes.u2(bytes, names));
        boolean construction = guard != null && opcode == Instructions.INVOKESPECIAL && "<init>".equals(name);
        int call = sites == null || construction && guard.endsSuperChain(target)
                ? -1
                : sites.idOf(target, name, pool.text(Bytes.u2(bytes, names + 2)));
        if (call >= 0) {
            event(pc, call);
            at += probes.enterLength(call, slot + 2);
        }
        at += length;
        if (construction) {
            guard.constructed(pc + length, at, target);
        }
        if (call >= 0) {
            at += probes.exitLength(slot + 2);
        }
        return length;
    }

    private void event(int pc, int call) {
        if (eventCount > 0 && events[eventCount - 1] == pc) {
            eventCount--;
        }
        if (eventCount == events.length) {
            events = Arrays.copyOf(events, 2 * eventCount);
            calls = Arrays.copyOf(calls, 2 * eventCount);
        }
        events[eventCount] = pc;
        calls[eventCount++] = call;
    }

    private void end(int pc) {
        if (pc != code.length) {
            throw new Unfit("code");
        }
        places[pc] = at;
    }

    boolean isCatchHandler(int pc) {
        return handlers.length > 0 && handlers[pc] > 0;
    }

    /** Whether a catch handler begins there, in a timed method, that takes a StackOverflowError. */
    boolean takesOverflow(int pc) {
        return !leaf && handlers.length > 0 && handlers[pc] >= TAKES;
    }

    /** The constant of the type that such a handler takes; 0 for any. */
    int taken(int pc) {
        return handlers[pc] - TAKES;
    }

    /** Bytes of code without the handler. */
    int length() {
        return at;
    }

    /** New place of what is at {@code pc}, with the probes before it. */
    int place(int pc) {
        int place = places[pc];
        if (place == 0) {
            throw new Unfit("place");
        }
        return place;
    }

    /** New place of the instruction at {@code pc} itself, behind the probe of a catch handler. */
    int placeBehindProbe(int pc) {
        return place(pc) + (isCatchHandler(pc) ? probes.caughtLength(id, slot) : 0);
    }
}
