package dev.jprof.agent.rt;

/**
 * How long the measured calls of one node took. The first calls of a method are interpreted, and load classes: they are kept
 * apart and count only as long as few others were measured. Written by the owner thread alone, calls first and stores last.
 */
public final class Durations {
    /** What an object of this class takes. */
    static final int BYTES = 48;

    private static final long EARLY_CALLS = 1000;
    private static final long ENOUGH = 100;

    private Histogram early;
    private Histogram late;
    private int epoch = -1;
    private long started;

    /** The number of the call that was measured last: the next one stands for those since then, too. */
    private long measured;

    /** A mean in which later calls weigh more. */
    private long typical;

    /** The call number {@code call} begins and will be measured. */
    void begin(long call) {
        int current = Sampling.epoch;
        if (epoch != current) {
            early = null;
            late = null;
            measured = call - 1;
            epoch = current;
        }
    }

    /** The call that was begun starts now. */
    void start(long now) {
        started = now;
    }

    long typical() {
        return typical;
    }

    /**
     * The call that began last, number {@code call}, ends. Where there is no memory to note it the next one stands for it. It may end twice:
     * {@code Thread.stop} may reach a probe that has noted it, and the method's handler is another one.
     */
    void end(long call, long now) {
        long nanos = Math.max(0, now - started - Sampling.readNanos);
        if (call > measured && epoch == Sampling.epoch && note(call <= EARLY_CALLS, nanos, call - measured)) {
            measured = call;
        }
        typical += (nanos - typical) / 8;
    }

    private boolean note(boolean first, long nanos, long calls) {
        Histogram target = first ? early : late;
        if (target == null) {
            target = Sampling.newHistogram();
            if (target == null) {
                return false;
            }
        }
        if (!target.add(nanos, calls)) {
            return false;
        }
        if (first) {
            early = target;
            return true;
        }
        late = target;
        if (early != null && late.samples() >= ENOUGH) {
            Sampling.giveBack(early.bytes());
            early = null;
        }
        return true;
    }

    /** The first calls, or null when they don't count: none were measured since the recording began, or enough of the others. */
    public Histogram early() {
        return epoch == Sampling.epoch ? early : null;
    }

    /** The calls after the first ones, or null. */
    public Histogram late() {
        return epoch == Sampling.epoch ? late : null;
    }
}
