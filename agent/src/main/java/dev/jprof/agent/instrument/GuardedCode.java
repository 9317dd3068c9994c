package dev.jprof.agent.instrument;

import java.util.Arrays;

/** Which code of a constructor its handler covers: what {@link Guard} says of labels, said of places. */
final class GuardedCode {
    private final String owner;
    private final String superName;
    private boolean uninitialised = true;
    private int pending;

    /** Where what may be covered began: in the old code and in the new. */
    private int start;

    private int newStart;
    private int[] bounds = new int[4];
    private int count;

    GuardedCode(String owner, String superName) {
        this.owner = owner;
        this.superName = superName;
    }

    void allocated() {
        pending++;
    }

    /** A frame says outright whether {@code this} is initialised, and what is under construction. */
    void frame(int pc, int at, FrameReader frame) {
        pending = frame.newsOnStack();
        switchTo(pc, at, frame.hasUninitialisedThis());
    }

    boolean endsSuperChain(String target) {
        return uninitialised && pending == 0 && "java/lang/Object".equals(target);
    }

    /** Behind the call of a constructor. */
    void constructed(int pc, int at, String target) {
        if (pending > 0) {
            pending--;
        } else if (uninitialised && (target.equals(owner) || target.equals(superName))) {
            switchTo(pc, at, false);
        }
    }

    private void switchTo(int pc, int at, boolean toUninitialised) {
        if (toUninitialised != uninitialised) {
            end(pc, at);
            uninitialised = toUninitialised;
        }
    }

    /** Ends at {@code pc}, which is {@code at} in the new code, what may be covered. */
    void end(int pc, int at) {
        if (pc > start && !uninitialised) {
            bounds = count == bounds.length ? Arrays.copyOf(bounds, 2 * count) : bounds;
            bounds[count++] = newStart;
            bounds[count++] = at;
        }
        start = pc;
        newStart = at;
    }

    /** Beginning and end of each stretch of new code that is covered. */
    int[] bounds() {
        return Arrays.copyOf(bounds, count);
    }
}
