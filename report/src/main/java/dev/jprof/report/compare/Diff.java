package dev.jprof.report.compare;

import dev.jprof.report.model.Joined;
import dev.jprof.report.model.Metric;
import dev.jprof.report.view.Restriction;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What moved between a base and what is compared with it: methods and paths, and why.
 *
 * @param calls of all methods
 * @param self nanoseconds in all methods
 * @param methods that moved, in order and limited
 * @param methodsMoved how many there were before the limits
 * @param paths that moved, likewise
 */
public record Diff(
        Sides sides,
        DiffOrder order,
        Change calls,
        Change self,
        DiffNames names,
        Tally tally,
        List<DiffRow> methods,
        int methodsMoved,
        List<DiffRow> paths,
        int pathsMoved) {
    /** How many methods something happened to; the first three by their code, the last of those whose code is the same. */
    public record Tally(int added, int removed, int changed, int moved) {
        static Tally of(List<DiffRow> rows, boolean callsOnly) {
            int added = 0;
            int removed = 0;
            int changed = 0;
            int moved = 0;
            for (DiffRow row : rows) {
                switch (row.code()) {
                    case NEW -> added++;
                    case GONE -> removed++;
                    case CHANGED -> changed++;
                    case SAME, UNKNOWN -> {
                        boolean inTime = !callsOnly && row.ofTotal().moved() > 0;
                        moved += inTime || row.ofCalls().delta() != 0 ? 1 : 0;
                    }
                }
            }
            return new Tally(added, removed, changed, moved);
        }
    }

    /**
     * Takes no more runs in after this; sorts, then applies the restrictions from left to right to methods and paths alike.
     *
     * @param callsOnly whether what only takes longer has not moved
     */
    public static Diff of(Sides sides, DiffOrder order, List<Restriction> restrictions, boolean callsOnly) {
        sides.end();
        DiffNames names = new DiffNames(sides.numbering().methods());
        CompletableFuture<List<DiffRow>> ofPaths =
                CompletableFuture.supplyAsync(() -> new PathDiffs(sides, names).rows(order, callsOnly));
        MethodDiffs ofMethods = new MethodDiffs(sides, names);
        List<DiffRow> methods = ofMethods.rows(order, callsOnly);
        List<DiffRow> paths = Joined.of(ofPaths);
        return new Diff(
                sides,
                order,
                sides.counts(RunSums::calls),
                sides.change(RunSums::self, run -> 0),
                names,
                ofMethods.tally(callsOnly),
                limited(methods, restrictions),
                methods.size(),
                limited(paths, restrictions),
                paths.size());
    }

    /** What times are of; without calls it is samples. */
    public Metric weight() {
        return sides.weight();
    }

    /** Whether there are calls to compare. */
    public boolean hasCalls() {
        return weight().equals(Metric.SELF);
    }

    private static List<DiffRow> limited(List<DiffRow> rows, List<Restriction> restrictions) {
        List<DiffRow> left = rows;
        for (Restriction restriction : restrictions) {
            left = restriction.apply(left);
        }
        return List.copyOf(left);
    }

    /** Runs of the base. */
    public int baseRuns() {
        return sides.baseRuns();
    }

    /** Runs of what is compared with it. */
    public int currentRuns() {
        return sides.currentRuns();
    }
}
