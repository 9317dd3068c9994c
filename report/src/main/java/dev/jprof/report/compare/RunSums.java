package dev.jprof.report.compare;

import dev.jprof.report.model.Joined;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.Metric;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What one run cost, by the {@linkplain Numbering numbers} of all runs. Times are nanoseconds. What the run does not have is 0.
 *
 * @param weight what times are of; of samples calls are 0
 * @param hashes those of each method's code, by method
 * @param methods sums of each method over all paths
 * @param edges sums of each pair of caller and callee: calls, and the part of the caller's total that it is
 * @param paths sums of each path over all threads, without totals
 */
record RunSums(
        Meta meta,
        Metric weight,
        long calls,
        long self,
        Map<Integer, Set<Long>> hashes,
        Sums methods,
        EdgeTimes edges,
        Sums paths) {
    /** Columns by number, as long as they were when the run was read. */
    static final class Sums {
        final long[] calls;
        final long[] self;
        final long[] total;
        final double[] selfBar;
        final double[] totalBar;
        final boolean[] present;

        /** @param whole false for what has no total and no bars of its own */
        Sums(int size, boolean whole) {
            calls = new long[size];
            self = new long[size];
            present = new boolean[size];
            total = new long[whole ? size : 0];
            selfBar = new double[whole ? size : 0];
            totalBar = new double[whole ? size : 0];
        }

        static long at(long[] column, int number) {
            return number < column.length ? column[number] : 0;
        }

        double bar(double[] bars, int number) {
            return number < bars.length ? bars[number] : 0;
        }

        boolean has(int number) {
            return number < present.length && present[number];
        }
    }

    /** Reads a run and lets go of its tree. Times are taken as the profile has them, corrected or not. */
    static RunSums of(Run run, Numbering numbering) {
        KeyedProfile keyed = run.keyed();
        int[] numbers = numbering.methods(keyed);
        Sums methods = new Sums(numbering.methodCount(), true);
        Map<Integer, Set<Long>> hashes = new HashMap<>();
        boolean counted = run.weight().equals(Metric.SELF);
        long calls = 0;
        long self = 0;
        TreeFold fold = new TreeFold(keyed.profile(), numbers, numbering);
        for (MethodStats row : run.rows()) {
            int number = numbers[row.index()];
            methods.present[number] = true;
            methods.calls[number] = counted ? row.calls() : 0;
            methods.self[number] = row.self();
            methods.total[number] = row.total();
            methods.selfBar[number] = row.bars().known() ? row.bars().self() : 0;
            methods.totalBar[number] = row.bars().known() ? row.bars().total() : 0;
            hashes.put(number, keyed.hashes().get(row.index()));
            calls += methods.calls[number];
            self += row.self();
        }
        CompletableFuture<Sums> paths = CompletableFuture.supplyAsync(fold::paths);
        EdgeTimes edges = fold.edges();
        return new RunSums(keyed.profile().meta(), run.weight(), calls, self, hashes, methods, edges, Joined.of(paths));
    }
}
