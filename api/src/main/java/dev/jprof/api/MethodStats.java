package dev.jprof.api;

/** What a session recorded of one method, span or JDK method, over all its call paths and threads. Immutable. */
public final class MethodStats {
    private final MethodName method;
    private final boolean timed;
    private final long calls;
    private final long primitiveCalls;
    private final long errors;
    private final long selfNanos;
    private final long totalNanos;

    MethodStats(
            MethodName method,
            boolean timed,
            long calls,
            long primitiveCalls,
            long errors,
            long selfNanos,
            long totalNanos) {
        this.method = method;
        this.timed = timed;
        this.calls = calls;
        this.primitiveCalls = primitiveCalls;
        this.errors = errors;
        this.selfNanos = selfNanos;
        this.totalNanos = totalNanos;
    }

    public MethodName method() {
        return method;
    }

    /** Whether its time was measured. That of a leaf, a method so small that timing it would only time the probe, is its caller's. */
    public boolean isTimed() {
        return timed;
    }

    /** Calls that began in the session. */
    public long calls() {
        return calls;
    }

    /** Those of them that had no other call of the method below them on the stack. */
    public long primitiveCalls() {
        return primitiveCalls;
    }

    /** Those of them that ended by an exception. */
    public long errors() {
        return errors;
    }

    /** Time in the method itself. */
    public long selfNanos() {
        return selfNanos;
    }

    /** Time in the method and what it called; of recursive calls the outermost counts. */
    public long totalNanos() {
        return totalNanos;
    }

    @Override
    public String toString() {
        return method + " " + calls + " calls";
    }
}
