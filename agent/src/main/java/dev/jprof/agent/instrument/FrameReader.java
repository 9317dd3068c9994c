package dev.jprof.agent.instrument;

/**
 * Goes through the frames of a method (JVMS 4.7.4). A type is its tag and, eight bits higher, the constant or the place that
 * goes with it.
 */
final class FrameReader {
    static final int TOP = 0;
    static final int DOUBLE = 3;
    static final int LONG = 4;
    static final int UNINITIALISED_THIS = 6;
    static final int OBJECT = 7;
    static final int UNINITIALISED = 8;

    private final byte[] bytes;
    private final int maxLocals;
    private int left;
    private int at;

    /** Where the current frame is, or -1 before the first and behind the last. */
    int pc = -1;

    /** Type of the current frame, 0 to 255. */
    int type;

    int[] locals;
    int localCount;
    int[] stack;
    int stackCount;

    FrameReader(CodeAttribute code) {
        bytes = code.file.bytes;
        maxLocals = code.maxLocals;
        locals = new int[maxLocals + 1];
        stack = new int[code.maxStack + 1];
        if (code.frames != 0) {
            left = Bytes.u2(bytes, code.frames + 6);
            at = code.frames + 8;
        }
    }

    int count() {
        return left;
    }

    /** Goes on to the next frame; false behind the last. */
    boolean next() {
        if (left == 0) {
            pc = -1;
            return false;
        }
        left--;
        type = bytes[at++] & 0xff;
        stackCount = 0;
        int delta = type & 63;
        if (type >= 128) {
            delta = Bytes.u2(bytes, at);
            at += 2;
        }
        if (type >= 64 && type < 128 || type == 247) {
            stack[stackCount++] = readType();
        } else if (type >= 248 && type <= 251) {
            localCount -= 251 - type;
        } else if (type >= 252 && type <= 254) {
            readLocals(type - 251);
        } else if (type == 255) {
            readFull();
        } else if (type >= 128) {
            throw new Unfit("frame");
        }
        pc += delta + 1;
        return true;
    }

    private void readFull() {
        localCount = 0;
        int count = Bytes.u2(bytes, at);
        at += 2;
        readLocals(count);
        count = Bytes.u2(bytes, at);
        at += 2;
        while (stackCount < count) {
            stack[stackCount++] = readType();
        }
    }

    private void readLocals(int count) {
        for (int i = 0; i < count; i++) {
            locals[localCount++] = readType();
        }
    }

    private int readType() {
        int tag = bytes[at++] & 0xff;
        if (tag < OBJECT) {
            return tag;
        }
        if (tag > UNINITIALISED) {
            throw new Unfit("frame");
        }
        at += 2;
        return tag | Bytes.u2(bytes, at - 2) << 8;
    }

    /** Places that the locals take. */
    int width() {
        int width = localCount;
        for (int i = 0; i < localCount; i++) {
            if (locals[i] == LONG || locals[i] == DOUBLE) {
                width++;
            }
        }
        if (width > maxLocals) {
            throw new Unfit("frame");
        }
        return width;
    }

    boolean hasUninitialisedThis() {
        return localCount > 0 && locals[0] == UNINITIALISED_THIS;
    }

    /** How many different objects on the stack wait for their constructor. */
    int newsOnStack() {
        int news = 0;
        for (int i = 0; i < stackCount; i++) {
            boolean first = (stack[i] & 0xff) == UNINITIALISED;
            for (int earlier = 0; first && earlier < i; earlier++) {
                first = stack[earlier] != stack[i];
            }
            news += first ? 1 : 0;
        }
        return news;
    }
}
