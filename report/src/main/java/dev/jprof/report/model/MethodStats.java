package dev.jprof.report.model;

/**
 * What a method cost over all paths and threads: one row of the method table. Or only from one caller, or on one path.
 *
 * @param index the method's index in the profile, or the number of the edge or node
 * @param errors calls that ended by an exception
 * @param open calls that had not ended at the snapshot
 * @param waiting the part of self, in nanoseconds, in which the thread was seen waiting
 * @param threads how many threads called it; a row of several threads counts with all of them
 * @param probes what was taken out of self for probes, in nanoseconds
 * @param bars how far the times can be trusted
 * @param allocated what it allocated, if the profile says so
 */
public record MethodStats(
        int index,
        Method method,
        Costs costs,
        long errors,
        long open,
        long waiting,
        long threads,
        long probes,
        Bars bars,
        AllocatedBytes allocated) {
    public long calls() {
        return costs.calls();
    }

    public long primitiveCalls() {
        return costs.primitiveCalls();
    }

    /** Nanoseconds in the method without its callees. */
    public long self() {
        return costs.self();
    }

    /** Nanoseconds in the method and its callees, outermost activations only. */
    public long total() {
        return costs.total();
    }
}
