package dev.jprof.report.model;

/**
 * What one method called another, over all paths.
 *
 * @param caller index of the calling method
 * @param callee index of the called method
 * @param costs the callee's costs under this caller; primitive and outermost by the edge's own recursion, not the method's
 */
public record Edge(int caller, int callee, Costs costs) {
    public long calls() {
        return costs.calls();
    }

    public long primitiveCalls() {
        return costs.primitiveCalls();
    }

    /** Nanoseconds. */
    public long self() {
        return costs.self();
    }

    /** Nanoseconds. */
    public long total() {
        return costs.total();
    }
}
