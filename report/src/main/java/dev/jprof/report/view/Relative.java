package dev.jprof.report.view;

import dev.jprof.report.model.Costs;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.RowHistograms;

/**
 * A caller or callee of some method, with what the callee cost under the caller. Times are nanoseconds.
 *
 * @param method the caller or callee; {@link #ROOT} where a thread begins
 * @param histograms how long calls took, by {@code place}
 */
public record Relative(Method method, Costs costs, String function, String printed, RowHistograms histograms, int place)
        implements Listed {
    /** Stands for the thread itself, which calls the methods at the top of its tree. */
    static final Method ROOT = new Method("", "[root]", "", "", 0, Method.Kind.SYNTHETIC, true);

    @Override
    public long calls() {
        return costs.calls();
    }

    @Override
    public long primitiveCalls() {
        return costs.primitiveCalls();
    }

    @Override
    public double self() {
        return costs.self();
    }

    @Override
    public double total() {
        return costs.total();
    }

    @Override
    public Histogram histogram() {
        return histograms.of(place);
    }

    @Override
    public String file() {
        return Row.fileOf(method);
    }

    @Override
    public int line() {
        return method.line();
    }
}
