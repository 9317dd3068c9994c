package dev.jprof.report.view;

import dev.jprof.report.model.AllocatedBytes;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.RowHistograms;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the method table. Times are nanoseconds.
 *
 * @param function the name without file and line
 * @param printed the name as printed
 * @param histograms how long calls took, by method index
 * @param sampled whether calls are in truth samples
 */
public record Row(MethodStats stats, String function, String printed, RowHistograms histograms, boolean sampled)
        implements Listed {
    /** All rows of a table, in its order. */
    public static List<Row> of(MethodTable table, Names names) {
        List<Row> rows = new ArrayList<>(table.rows().size());
        for (MethodStats stats : table.rows()) {
            rows.add(new Row(
                    stats,
                    names.function(stats.index()),
                    names.printed(stats.index()),
                    table.byMethod(),
                    table.profile().tree().isSampled()));
        }
        return rows;
    }

    public Method method() {
        return stats.method();
    }

    /** Whether it stands for something that nobody calls. */
    boolean isUncalled() {
        return method().kind() == Method.Kind.SYNTHETIC && calls() == 0;
    }

    @Override
    public long calls() {
        return stats.calls();
    }

    @Override
    public long primitiveCalls() {
        return stats.primitiveCalls();
    }

    @Override
    public double self() {
        return stats.self();
    }

    @Override
    public double total() {
        return stats.total();
    }

    @Override
    public Histogram histogram() {
        return histograms.of(stats.index());
    }

    @Override
    public AllocatedBytes allocated() {
        return stats.allocated();
    }

    /** Whether durations are known of some of the calls, but not of all. */
    boolean hasEstimatedDurations() {
        return !histogram().isEmpty() && histogram().samples() < calls();
    }

    @Override
    public String file() {
        return fileOf(method());
    }

    @Override
    public int line() {
        return method().line();
    }

    static String fileOf(Method method) {
        boolean none = method.kind() != Method.Kind.JAVA || method.file().isEmpty();
        return none ? "~" : method.file();
    }
}
