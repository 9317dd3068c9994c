package dev.jprof.report.compare;

import dev.jprof.report.compare.RunSums.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The rows of paths. There may be millions, so they are ordered as numbers and each row is made when it is asked for. */
final class PathDiffs {
    private static final int LAST_METHODS = 4;
    private static final int NONE = -1;

    private final Sides sides;
    private final Numbering numbering;
    private final DiffNames names;
    private final int size;
    private final long[][] calls;
    private final long[][] self;
    private final long[][] total;
    private final int[] first;
    private final int[] next;

    PathDiffs(Sides sides, DiffNames names) {
        this.sides = sides;
        this.numbering = sides.numbering();
        this.names = names;
        this.size = numbering.pathCount();
        this.calls = sides.medians(size, run -> run.paths().calls);
        this.self = sides.medians(size, run -> run.paths().self);
        this.total = sides.medians(size, this::totals);
        this.first = new int[size];
        this.next = new int[size];
        Arrays.fill(first, NONE);
        Arrays.fill(next, NONE);
        for (int path = size - 1; path > Numbering.ROOT; path--) {
            next[path] = first[numbering.above(path)];
            first[numbering.above(path)] = path;
        }
    }

    private long[] totals(RunSums run) {
        long[] totals = Arrays.copyOf(run.paths().self, size);
        for (int path = size - 1; path > Numbering.ROOT; path--) {
            totals[numbering.above(path)] += totals[path];
        }
        return totals;
    }

    /** Those that moved, in order. */
    List<DiffRow> rows(DiffOrder order, boolean callsOnly) {
        return new LazyRows(keys(order, callsOnly), this::row);
    }

    /** Nothing is known of the noise of single paths of one run, so this order goes by what moved alone. */
    private long[] keys(DiffOrder order, boolean callsOnly) {
        double[] score = order == DiffOrder.CAUSE ? own() : new double[size];
        int[] rank = order == DiffOrder.NAME ? rankOfMethods() : new int[0];
        long[] keys = new long[countMoved(callsOnly)];
        int moved = 0;
        for (int path = Numbering.ROOT + 1; path < size; path++) {
            if (!isMoved(path, callsOnly)) {
                continue;
            }
            double value = switch (order) {
                case CAUSE -> score[path];
                case TOTAL -> Math.abs((double) delta(total, path));
                case SELF -> Math.abs((double) delta(self, path));
                case CALLS -> Math.abs((double) delta(calls, path));
                case NAME -> rank[numbering.methodOf(path)];
            };
            keys[moved++] = (long) (Integer.MAX_VALUE - Float.floatToIntBits((float) value)) << 32 | path;
        }
        return keys;
    }

    private int countMoved(boolean callsOnly) {
        int moved = 0;
        for (int path = Numbering.ROOT + 1; path < size; path++) {
            moved += isMoved(path, callsOnly) ? 1 : 0;
        }
        return moved;
    }

    private boolean isMoved(int path, boolean callsOnly) {
        boolean inTime = !callsOnly && (delta(self, path) != 0 || delta(total, path) != 0);
        return inTime || delta(calls, path) != 0;
    }

    private int[] rankOfMethods() {
        List<Integer> byName = new ArrayList<>();
        for (int method = 0; method < numbering.methodCount(); method++) {
            byName.add(method);
        }
        byName.sort((a, b) -> names.printed(b).compareTo(names.printed(a)));
        int[] rank = new int[byName.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[byName.get(i)] = i;
        }
        return rank;
    }

    /** Of each path what {@link DiffRow#own} would be. */
    private double[] own() {
        double[] own = new double[size];
        for (int path = Numbering.ROOT + 1; path < size; path++) {
            long before = Sums.at(calls[0], path);
            long after = Sums.at(calls[1], path);
            own[path] += before == 0 || after == 0
                    ? Math.abs((double) delta(self, path))
                    : Decomposition.magnitudeOfSelf(before, after, Sums.at(self[0], path), Sums.at(self[1], path));
            int above = numbering.above(path);
            if (above != Numbering.ROOT && Sums.at(calls[0], above) != 0 && Sums.at(calls[1], above) != 0) {
                own[above] += Decomposition.magnitudeOfCalleeCalls(
                        Sums.at(calls[0], above),
                        Sums.at(calls[1], above),
                        before,
                        after,
                        total[0][path],
                        total[1][path]);
            }
        }
        return own;
    }

    private static long delta(long[][] column, int path) {
        return Sums.at(column[1], path) - Sums.at(column[0], path);
    }

    private DiffRow row(int path) {
        List<Decomposition.Part> parts = new ArrayList<>();
        parts.add(new Decomposition.Part(-1, 0, 0, Sums.at(self[0], path), Sums.at(self[1], path)));
        for (int child = first[path]; child != NONE; child = next[child]) {
            parts.add(new Decomposition.Part(
                    numbering.methodOf(child),
                    Sums.at(calls[0], child),
                    Sums.at(calls[1], child),
                    total[0][child],
                    total[1][child]));
        }
        List<Integer> methods = methods(path);
        int last = methods.get(methods.size() - 1);
        String printed = printed(methods);
        return new DiffRow(
                methods,
                numbering.methods().get(last),
                names.full(last),
                printed,
                code(path, last),
                sides.counts(run -> Sums.at(run.paths().calls, path)),
                sides.counts(run -> Sums.at(run.paths().self, path)),
                ofTotal(path),
                Decomposition.of(Sums.at(calls[0], path), Sums.at(calls[1], path), delta(total, path), parts));
    }

    /** Runs have no totals of single paths, so of several runs the noise is that of self. */
    private Change ofTotal(int path) {
        double noise = sides.counts(run -> Sums.at(run.paths().self, path)).noise();
        return new Change(total[0][path], total[1][path], noise);
    }

    private Code code(int path, int method) {
        if (!sides.baseHasPath(path)) {
            return Code.NEW;
        }
        return sides.currentHasPath(path) ? sides.code(method) : Code.GONE;
    }

    private List<Integer> methods(int path) {
        List<Integer> methods = new ArrayList<>();
        for (int at = path; at != Numbering.ROOT; at = numbering.above(at)) {
            methods.add(numbering.methodOf(at));
        }
        Collections.reverse(methods);
        return methods;
    }

    private String printed(List<Integer> methods) {
        int from = Math.max(0, methods.size() - LAST_METHODS);
        StringBuilder printed = new StringBuilder(from > 0 ? "... > " : "");
        for (int i = from; i < methods.size(); i++) {
            printed.append(i > from ? " > " : "").append(names.brief(methods.get(i)));
        }
        return printed.toString();
    }
}
