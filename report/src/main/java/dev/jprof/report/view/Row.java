package dev.jprof.report.view;

import dev.jprof.report.model.AllocatedBytes;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One line of a table: what a method cost, be it everywhere, under one caller or on one path. Times are nanoseconds.
 *
 * @param method whose name and place in the source the row has: the method of {@code stats}, or one that called it
 * @param function the name without file and line
 * @param printed the name as printed
 * @param durations how long calls took; asked only if somebody wants to know
 * @param sampled whether calls are in truth samples
 */
public record Row(
        MethodStats stats,
        Method method,
        String function,
        String printed,
        Supplier<Histogram> durations,
        boolean sampled)
        implements Listed {
    /** All rows of a table, in its order. */
    public static List<Row> of(MethodTable table, Names names) {
        List<Row> rows = new ArrayList<>(table.rows().size());
        for (MethodStats stats : table.rows()) {
            rows.add(new Row(
                    stats,
                    stats.method(),
                    names.function(stats.index()),
                    names.printed(stats.index()),
                    () -> table.byMethod().of(stats.index()),
                    table.profile().tree().isSampled()));
        }
        return rows;
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
        return durations.get();
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
        boolean none = method.kind() != Method.Kind.JAVA || method.file().isEmpty();
        return none ? "~" : method.file();
    }

    @Override
    public int line() {
        return method.line();
    }
}
