package dev.jprof.report.export;

import dev.jprof.report.model.Costs;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.view.CodePoints;
import dev.jprof.report.view.Listed;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One function as pstats holds it. Times are seconds in doubles, because sums and ties of doubles are part of what pstats
 * prints.
 *
 * @param callers also in the order in which pstats met them
 */
record PstatsRow(PstatsKey key, String printed, Numbers numbers, Map<PstatsKey, Numbers> callers) implements Listed {
    /** Four numbers of a function, or of a function under one caller. */
    record Numbers(long primitiveCalls, long calls, double self, double total) {
        private static final double NANOS = 1e9;

        static Numbers of(Costs costs) {
            return new Numbers(costs.primitiveCalls(), costs.calls(), costs.self() / NANOS, costs.total() / NANOS);
        }

        Numbers plus(Numbers other) {
            return new Numbers(
                    primitiveCalls + other.primitiveCalls, calls + other.calls, self + other.self, total + other.total);
        }
    }

    static PstatsRow of(PstatsKey key, Costs costs) {
        return new PstatsRow(key, printed(key), Numbers.of(costs), new LinkedHashMap<>());
    }

    PstatsRow plus(PstatsRow other) {
        Map<PstatsKey, Numbers> merged = new LinkedHashMap<>(callers);
        other.callers.forEach((caller, more) -> merged.merge(caller, more, Numbers::plus));
        return new PstatsRow(key, printed, numbers.plus(other.numbers), merged);
    }

    PstatsRow stripped() {
        PstatsKey bare = key.stripped();
        Map<PstatsKey, Numbers> others = new LinkedHashMap<>();
        callers.forEach((caller, spent) -> others.put(caller.stripped(), spent));
        return new PstatsRow(bare, printed(bare), numbers, others);
    }

    /** As Python orders tuples. */
    static int compare(PstatsKey left, PstatsKey right) {
        int byFile = CodePoints.compare(left.file(), right.file());
        int byLine = byFile != 0 ? byFile : Integer.compare(left.line(), right.line());
        return byLine != 0 ? byLine : CodePoints.compare(left.function(), right.function());
    }

    static String printed(PstatsKey key) {
        String function = key.function();
        if (!key.file().equals("~") || key.line() != 0) {
            return key.file() + ":" + key.line() + "(" + function + ")";
        }
        boolean angled = function.startsWith("<") && function.endsWith(">");
        return angled ? "{" + function.substring(1, function.length() - 1) + "}" : function;
    }

    /** Nothing: pstats knows sums only. */
    @Override
    public Histogram histogram() {
        return Histogram.NONE;
    }

    @Override
    public long calls() {
        return numbers.calls();
    }

    @Override
    public long primitiveCalls() {
        return numbers.primitiveCalls();
    }

    @Override
    public double self() {
        return numbers.self();
    }

    @Override
    public double total() {
        return numbers.total();
    }

    @Override
    public String file() {
        return key.file();
    }

    @Override
    public int line() {
        return key.line();
    }

    @Override
    public String function() {
        return key.function();
    }
}
