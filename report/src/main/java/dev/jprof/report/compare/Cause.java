package dev.jprof.report.compare;

/**
 * One part of the change of a method's total.
 *
 * @param callee the callee's number; -1 for what is the method's own
 * @param nanos how much of the change it is; negative for what became faster
 * @param base the factor that changed: calls, nanoseconds per call, or calls per call; 0 for {@link Kind#MEDIANS}
 * @param current the same on the other side
 * @param most what it is about took in all on the side where that was longer, in nanoseconds
 */
public record Cause(Kind kind, int callee, long nanos, double base, double current, long most) {
    /** Where a part of a change comes from. */
    public enum Kind {
        /** The method is called more or less often. */
        CALLS,
        /** A call takes longer or shorter in the method itself. */
        SELF,
        /** A call of the method calls the callee more or less often. */
        CALLEE_CALLS,
        /** A call of the callee takes longer or shorter. */
        CALLEE_TIME,
        /** Medians of several runs do not add up; this is what is left. */
        MEDIANS
    }

    /** Whether it begins in the method: its callers and callees have the others. */
    public boolean isOwn() {
        return kind == Kind.SELF || kind == Kind.CALLEE_CALLS;
    }

    /**
     * How much it says, in nanoseconds. Of two parts that make up for each other, such as a first call that took long and many short
     * ones now, both may be longer than anything ever took: they count for no more than that.
     */
    public long magnitude() {
        return Math.min(Math.abs(nanos), most);
    }

    Cause plus(long more) {
        return new Cause(kind, callee, nanos + more, base, current, most);
    }
}
