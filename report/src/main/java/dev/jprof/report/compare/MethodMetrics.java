package dev.jprof.report.compare;

import dev.jprof.report.model.AllocatedBytes;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.RowHistograms;

/**
 * What one method cost in one run, over all paths and threads. Times are nanoseconds.
 *
 * @param stats the row of the method table
 * @param histograms how long calls took, by method index
 */
public record MethodMetrics(MethodKey key, MethodStats stats, RowHistograms histograms) {
    /** Names and first line as this run has them. */
    public Method method() {
        return stats.method();
    }

    public long calls() {
        return stats.calls();
    }

    /** Calls with no other call of the method below them on the stack. */
    public long primitiveCalls() {
        return stats.primitiveCalls();
    }

    /** Time without callees. */
    public long self() {
        return stats.self();
    }

    /** Time with callees, outermost calls only. */
    public long total() {
        return stats.total();
    }

    /** Total per primitive call, the second percall of the table; 0 without calls. */
    public double totalPerCall() {
        return primitiveCalls() == 0 ? 0 : (double) total() / primitiveCalls();
    }

    /** Bytes allocated, if the run recorded them. */
    public AllocatedBytes allocated() {
        return stats.allocated();
    }

    /** How long calls took; empty if none was measured. */
    public Histogram durations() {
        return histograms.of(stats.index());
    }

    /** The duration that 99 of 100 calls did not exceed, as the column p99; NaN if none was measured. */
    public double p99() {
        Histogram durations = durations();
        return durations.isEmpty() ? Double.NaN : durations.quantile(0.99);
    }
}
