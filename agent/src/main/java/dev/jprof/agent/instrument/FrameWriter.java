package dev.jprof.agent.instrument;

/** Writes a method's frames for their new places, with the caller's cell behind the locals of a timed method. */
final class FrameWriter {
    private final CodeLayout layout;
    private final Output out;
    private final boolean timed;
    private final int throwable;
    private int last = -1;

    /** @param throwable constant of the class Throwable */
    FrameWriter(CodeLayout layout, Output out, int throwable) {
        this.layout = layout;
        this.out = out;
        this.timed = !layout.leaf;
        this.throwable = throwable;
    }

    /**
     * Writes the attribute without its name.
     *
     * @param frames before the first
     */
    void write(FrameReader frames) {
        boolean handler = layout.covered.length > 0;
        int lengthAt = out.length;
        int count = frames.count() + (handler ? 1 : 0);
        out.u4(0);
        out.u2(0);
        while (frames.next()) {
            frame(frames);
            if (layout.takesOverflow(frames.pc)) {
                behindProbe(frames);
                count++;
            }
        }
        out.setU2(lengthAt + 4, count);
        if (handler) {
            handler();
        }
        out.setU4(lengthAt, out.length - lengthAt - 4);
    }

    private void frame(FrameReader frame) {
        int place = layout.place(frame.pc);
        int delta = place - last - 1;
        boolean same = frame.type < 128 || frame.type == 247 || frame.type == 251;
        if (same && (!timed || last >= 0)) {
            same(frame, delta);
        } else if (!timed && frame.type < 255) {
            out.u1(frame.type);
            out.u2(delta);
            for (int i = Math.max(0, frame.type - 251); i > 0; i--) {
                type(frame.locals[frame.localCount - i]);
            }
        } else {
            full(frame, delta);
        }
        last = place;
    }

    /** The same once more, where the handler takes what its probe throws. */
    private void behindProbe(FrameReader frame) {
        int place = layout.placeBehindProbe(frame.pc);
        out.u1(64 + place - last - 1);
        type(frame.stack[0]);
        last = place;
    }

    private void same(FrameReader frame, int delta) {
        boolean one = frame.stackCount == 1;
        if (delta <= 63) {
            out.u1(one ? 64 + delta : delta);
        } else {
            out.u1(one ? 247 : 251);
            out.u2(delta);
        }
        if (one) {
            type(frame.stack[0]);
        }
    }

    private void full(FrameReader frame, int delta) {
        out.u1(255);
        out.u2(delta);
        int free = timed ? layout.slot - frame.width() : 0;
        out.u2(frame.localCount + (timed ? free + 1 : 0));
        for (int i = 0; i < frame.localCount; i++) {
            type(frame.locals[i]);
        }
        if (timed) {
            cell(free);
        }
        out.u2(frame.stackCount);
        for (int i = 0; i < frame.stackCount; i++) {
            type(frame.stack[i]);
        }
    }

    private void cell(int free) {
        for (int i = 0; i < free; i++) {
            out.u1(FrameReader.TOP);
        }
        out.u1(FrameReader.LONG);
    }

    private void handler() {
        out.u1(255);
        out.u2(layout.length() - last - 1);
        out.u2(timed ? layout.slot + 1 : 0);
        if (timed) {
            cell(layout.slot);
        }
        out.u2(1);
        out.u1(FrameReader.OBJECT);
        out.u2(throwable);
    }

    private void type(int type) {
        int tag = type & 0xff;
        out.u1(tag);
        if (tag == FrameReader.OBJECT) {
            out.u2(type >>> 8);
        } else if (tag == FrameReader.UNINITIALISED) {
            out.u2(layout.placeBehindProbe(type >>> 8));
        }
    }
}
