package dev.jprof.report.compare;

import dev.jprof.report.compare.RunSums.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of methods. Which comes first is reckoned for all of them, causes for those that are shown. */
final class MethodDiffs {
    private final Sides sides;
    private final Numbering numbering;
    private final DiffNames names;
    private final long[][] edgeCalls;
    private final long[][] edgeTimes;

    /** The edges out of each method, one method after the other, and where those of each begin. */
    private final int[] edges;

    private final int[] firstEdge;
    private final DiffRow[] rows;

    MethodDiffs(Sides sides, DiffNames names) {
        this.sides = sides;
        this.numbering = sides.numbering();
        this.names = names;
        this.edgeCalls = sides.medians(numbering.edgeCount(), run -> run.edges().calls());
        this.edgeTimes = sides.medians(numbering.edgeCount(), run -> run.edges().time());
        this.firstEdge = new int[numbering.methodCount() + 1];
        this.edges = edgesByCaller();
        this.rows = IntStream.range(0, numbering.methodCount())
                .mapToObj(this::withoutCauses)
                .toArray(DiffRow[]::new);
    }

    private int[] edgesByCaller() {
        int count = numbering.edgeCount();
        for (int edge = 0; edge < count; edge++) {
            firstEdge[numbering.callerOf(edge) + 1]++;
        }
        for (int method = 1; method < firstEdge.length; method++) {
            firstEdge[method] += firstEdge[method - 1];
        }
        int[] next = Arrays.copyOf(firstEdge, firstEdge.length);
        int[] sorted = new int[count];
        for (int edge = 0; edge < count; edge++) {
            sorted[next[numbering.callerOf(edge)]++] = edge;
        }
        return sorted;
    }

    Diff.Tally tally(boolean callsOnly) {
        return Diff.Tally.of(Arrays.asList(rows), callsOnly);
    }

    /** Those that moved, in order. */
    List<DiffRow> rows(DiffOrder order, boolean callsOnly) {
        double[] own = order == DiffOrder.CAUSE ? own() : new double[rows.length];
        Comparator<Integer> byScore = Comparator.comparingDouble(method -> -order.score(rows[method], own[method]));
        Comparator<Integer> byName = Comparator.comparing(method -> rows[method].printed());
        int[] sorted = IntStream.range(0, rows.length)
                .filter(method -> rows[method].isMoved(callsOnly))
                .boxed()
                .sorted(byScore.thenComparingDouble(method -> -order.secondScore(rows[method], own[method]))
                        .thenComparing(byName))
                .mapToInt(Integer::intValue)
                .toArray();
        return new LazyRows(
                IntStream.range(0, sorted.length)
                        .mapToLong(place -> (long) place << 32 | sorted[place])
                        .toArray(),
                this::withCauses);
    }

    /** Of each method what {@link DiffRow#own} will be. */
    private double[] own() {
        double[] own = new double[rows.length];
        for (int method = 0; method < own.length; method++) {
            DiffRow row = rows[method];
            long before = row.ofCalls().base();
            long after = row.ofCalls().current();
            if (before == 0 || after == 0) {
                own[method] = Math.abs((double) row.ofSelf().delta());
                continue;
            }
            own[method] = Decomposition.magnitudeOfSelf(
                    before, after, row.ofSelf().base(), row.ofSelf().current());
            for (int i = firstEdge[method]; i < firstEdge[method + 1]; i++) {
                int edge = edges[i];
                own[method] += Decomposition.magnitudeOfCalleeCalls(
                        before,
                        after,
                        Sums.at(edgeCalls[0], edge),
                        Sums.at(edgeCalls[1], edge),
                        Sums.at(edgeTimes[0], edge),
                        Sums.at(edgeTimes[1], edge));
            }
        }
        return own;
    }

    private DiffRow withCauses(int method) {
        DiffRow row = rows[method];
        List<Decomposition.Part> parts = new ArrayList<>();
        parts.add(new Decomposition.Part(
                -1, 0, 0, row.ofSelf().base(), row.ofSelf().current()));
        for (int i = firstEdge[method]; i < firstEdge[method + 1]; i++) {
            int edge = edges[i];
            parts.add(new Decomposition.Part(
                    numbering.calleeOf(edge),
                    Sums.at(edgeCalls[0], edge),
                    Sums.at(edgeCalls[1], edge),
                    Sums.at(edgeTimes[0], edge),
                    Sums.at(edgeTimes[1], edge)));
        }
        Change calls = row.ofCalls();
        return row.with(
                Decomposition.of(calls.base(), calls.current(), row.ofTotal().delta(), parts));
    }

    private DiffRow withoutCauses(int method) {
        Change calls = sides.counts(run -> Sums.at(run.methods().calls, method));
        Change self = sides.change(
                run -> Sums.at(run.methods().self, method), run -> run.methods().bar(run.methods().selfBar, method));
        Change total = sides.change(
                run -> Sums.at(run.methods().total, method),
                run -> run.methods().bar(run.methods().totalBar, method));
        return new DiffRow(
                List.of(method),
                numbering.methods().get(method),
                names.full(method),
                names.printed(method),
                sides.code(method),
                calls,
                self,
                total,
                List.of());
    }
}
