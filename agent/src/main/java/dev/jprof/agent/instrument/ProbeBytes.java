package dev.jprof.agent.instrument;

import dev.jprof.agent.rt.Probe;
import java.util.HashMap;
import java.util.Map;

/** Writes the calls of {@link Probe}, as {@link ProbeCode} does, and says before how long each will be. One for each class. */
final class ProbeBytes {
    private static final String PROBE = Probe.class.getName().replace('.', '/');
    private static final int CALL = 3;

    private final ConstantPool pool;
    private final Map<String, Integer> methods = new HashMap<String, Integer>();
    private final Map<Integer, Integer> numbers = new HashMap<Integer, Integer>();
    private int probe;

    ProbeBytes(ConstantPool pool) {
        this.pool = pool;
    }

    int enterLength(int id, int slot) {
        return pushLength(id) + CALL + localLength(slot);
    }

    void enter(Output out, int id, int slot) {
        push(out, id);
        call(out, "enter", "(I)J");
        local(out, 55, 63, slot);
    }

    int exitLength(int slot) {
        return localLength(slot) + CALL;
    }

    void exit(Output out, int slot) {
        load(out, slot);
        call(out, "exit", "(J)V");
    }

    int caughtLength(int id, int slot) {
        return localLength(slot) + pushLength(id) + CALL;
    }

    void caught(Output out, int id, int slot) {
        load(out, slot);
        push(out, id);
        call(out, "caught", "(JI)V");
    }

    int failLength(int id, int slot) {
        return caughtLength(id, slot) + 1;
    }

    void fail(Output out, int id, int slot) {
        load(out, slot);
        push(out, id);
        call(out, "fail", "(JI)V");
        out.u1(191);
    }

    int leafLength(int id) {
        return pushLength(id) + CALL;
    }

    void leaf(Output out, int id) {
        push(out, id);
        call(out, "leaf", "(I)V");
    }

    int leafFailedLength(int id) {
        return leafLength(id) + 1;
    }

    void leafFailed(Output out, int id) {
        push(out, id);
        call(out, "leafFailed", "(I)V");
        out.u1(191);
    }

    private int pushLength(int id) {
        if (id <= 5) {
            return 1;
        }
        if (id <= Byte.MAX_VALUE) {
            return 2;
        }
        return id <= Short.MAX_VALUE || number(id) > 0xff ? 3 : 2;
    }

    private void push(Output out, int id) {
        if (id <= 5) {
            out.u1(3 + id);
        } else if (id <= Byte.MAX_VALUE) {
            out.u1(16);
            out.u1(id);
        } else if (id <= Short.MAX_VALUE) {
            out.u1(17);
            out.u2(id);
        } else if (number(id) > 0xff) {
            out.u1(Instructions.LDC_W);
            out.u2(number(id));
        } else {
            out.u1(Instructions.LDC);
            out.u1(number(id));
        }
    }

    private int number(int id) {
        Integer index = numbers.get(id);
        if (index == null) {
            index = pool.addInteger(id);
            numbers.put(id, index);
        }
        return index;
    }

    private static int localLength(int slot) {
        return slot <= 3 ? 1 : slot <= 0xff ? 2 : 4;
    }

    private static void load(Output out, int slot) {
        local(out, 22, 30, slot);
    }

    private static void local(Output out, int opcode, int shortOpcode, int slot) {
        if (slot <= 3) {
            out.u1(shortOpcode + slot);
        } else if (slot <= 0xff) {
            out.u1(opcode);
            out.u1(slot);
        } else {
            out.u1(196);
            out.u1(opcode);
            out.u2(slot);
        }
    }

    private void call(Output out, String name, String descriptor) {
        Integer method = methods.get(name);
        if (method == null) {
            if (probe == 0) {
                probe = pool.addReference(ConstantPool.CLASS, pool.addText(PROBE));
            }
            method = pool.addPair(ConstantPool.METHOD, probe, pool.addNameAndType(name, descriptor));
            methods.put(name, method);
        }
        out.u1(184);
        out.u2(method);
    }
}
