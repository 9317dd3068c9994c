package dev.jprof.report.compare;

import dev.jprof.report.compare.RunSums.Sums;
import dev.jprof.report.match.Comparability;
import dev.jprof.report.match.OtherNames;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Skip;
import dev.jprof.report.view.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The runs of a base and of what is compared with it, as they come in. Only sums are kept of a run, so its tree can go before the
 * next is read. Confined to one thread.
 */
public final class Sides {
    private final Numbering numbering = new Numbering();
    private final List<RunSums> base = new ArrayList<>();
    private final List<RunSums> current = new ArrayList<>();
    private OtherNames otherNames = OtherNames.NONE;

    /** Takes in a run of the base. */
    public void addBase(Run run) {
        base.add(RunSums.of(run, numbering));
    }

    /** Takes in a run of what is compared with the base, when all of that are there. */
    public void addCurrent(Run run) {
        if (current.isEmpty()) {
            otherNames = numbering.findRenamed(run.keyed());
        }
        current.add(RunSums.of(run, numbering));
    }

    /** What is called otherwise in the base. */
    public OtherNames otherNames() {
        return otherNames;
    }

    /** Which sides have calls that found no room for their paths: {@code base}, {@code new}. */
    public List<String> overflowed() {
        List<String> sides = new ArrayList<>();
        if (base.stream().anyMatch(Sides::isOverflowed)) {
            sides.add("base");
        }
        if (current.stream().anyMatch(Sides::isOverflowed)) {
            sides.add("new");
        }
        return sides;
    }

    /** What has no probes on one side, and seems gone or new there, one line each. */
    public List<String> unprobed() {
        Set<String> inBase = unprobed(base);
        Set<String> inCurrent = unprobed(current);
        return Stream.concat(
                        inCurrent.stream()
                                .filter(skip -> !inBase.contains(skip))
                                .map(skip ->
                                        "has no probes in the new profile, so that its calls are not known: " + skip),
                        inBase.stream()
                                .filter(skip -> !inCurrent.contains(skip))
                                .map(skip -> "has no probes in the base, so that its calls are not known: " + skip))
                .toList();
    }

    private static Set<String> unprobed(List<RunSums> side) {
        return side.stream()
                .flatMap(run -> Skip.of(run.meta()).stream())
                .map(skip -> Printable.of(skip.printed() + " (" + skip.reason() + ")"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOverflowed(RunSums run) {
        return run.meta().values().containsKey("overflow");
    }

    Numbering numbering() {
        return numbering;
    }

    int baseRuns() {
        return base.size();
    }

    int currentRuns() {
        return current.size();
    }

    /** Whether runs were counted; asked for when all are there. */
    public boolean haveCalls() {
        return weight().equals(Metric.SELF);
    }

    /** What times are of. */
    Metric weight() {
        return base.get(0).weight();
    }

    /** No more runs come in. */
    void end() {
        numbering.end();
    }

    /** Which run of the base has the median time. */
    public int middleOfBase() {
        return middle(base);
    }

    /** Which run of what is compared with it has the median time. */
    public int middleOfCurrent() {
        return middle(current);
    }

    private static int middle(List<RunSums> side) {
        return IntStream.range(0, side.size())
                .boxed()
                .sorted(Comparator.comparingLong(run -> side.get(run).self()))
                .toList()
                .get((side.size() - 1) / 2);
    }

    /**
     * What keeps any two of the runs from being compared.
     *
     * @throws dev.jprof.report.view.UsageException if some runs have calls and others samples, which nothing can compare
     */
    public Comparability comparability() {
        Comparability.refuseTwoKinds(
                Stream.concat(base.stream(), current.stream()).map(RunSums::weight));
        Set<Comparability.Difference> differences = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        Meta first = base.get(0).meta();
        for (List<RunSums> side : List.of(base, current)) {
            for (RunSums run : side) {
                Comparability pair = Comparability.of(first, run.meta());
                differences.addAll(pair.differences());
                unknown.addAll(pair.unknown());
            }
        }
        return new Comparability(List.copyOf(differences), List.copyOf(unknown));
    }

    /** A number that is exact in each run. */
    Change counts(ToLongFunction<RunSums> number) {
        return change(number, run -> 0);
    }

    /**
     * A number that may be off.
     *
     * @param bar how far in one run
     */
    Change change(ToLongFunction<RunSums> number, ToDoubleFunction<RunSums> bar) {
        if (base.size() == 1 && current.size() == 1) {
            RunSums before = base.get(0);
            RunSums after = current.get(0);
            double noise = Math.hypot(bar.applyAsDouble(before), bar.applyAsDouble(after));
            return new Change(number.applyAsLong(before), number.applyAsLong(after), noise);
        }
        long[] left = sorted(base, number);
        long[] right = sorted(current, number);
        double leftNoise = left.length == 1 ? bar.applyAsDouble(base.get(0)) : spread(left);
        double rightNoise = right.length == 1 ? bar.applyAsDouble(current.get(0)) : spread(right);
        return new Change(median(left), median(right), Math.hypot(leftNoise, rightNoise));
    }

    /** A column of many numbers on both sides: the median of each. May be shorter; what is not there is 0. */
    long[][] medians(int size, Function<RunSums, long[]> column) {
        return new long[][] {medians(base, size, column), medians(current, size, column)};
    }

    private static long[] medians(List<RunSums> side, int size, Function<RunSums, long[]> column) {
        if (side.size() == 1) {
            return column.apply(side.get(0));
        }
        List<long[]> columns = side.stream().map(column).toList();
        long[] values = new long[columns.size()];
        long[] medians = new long[size];
        for (int number = 0; number < size; number++) {
            for (int run = 0; run < values.length; run++) {
                values[run] = Sums.at(columns.get(run), number);
            }
            Arrays.sort(values);
            medians[number] = median(values);
        }
        return medians;
    }

    boolean baseHas(int method) {
        return base.stream().anyMatch(run -> run.methods().has(method));
    }

    boolean currentHas(int method) {
        return current.stream().anyMatch(run -> run.methods().has(method));
    }

    boolean baseHasPath(int path) {
        return base.stream().anyMatch(run -> run.paths().has(path));
    }

    boolean currentHasPath(int path) {
        return current.stream().anyMatch(run -> run.paths().has(path));
    }

    Code code(int method) {
        if (!baseHas(method)) {
            return Code.NEW;
        }
        if (!currentHas(method)) {
            return Code.GONE;
        }
        if (numbering.key(method).hasRandomParts()) {
            return Code.UNKNOWN;
        }
        Set<Long> before = hashes(base, method);
        Set<Long> after = hashes(current, method);
        if (before.contains(0L) || after.contains(0L)) {
            return Code.UNKNOWN;
        }
        // Lambda bodies of one method go together, and not each run calls all of them.
        return before.containsAll(after) || after.containsAll(before) ? Code.SAME : Code.CHANGED;
    }

    private static Set<Long> hashes(List<RunSums> side, int method) {
        Set<Long> hashes = new HashSet<>();
        side.forEach(run -> hashes.addAll(run.hashes().getOrDefault(method, Set.of())));
        return hashes;
    }

    private static long[] sorted(List<RunSums> side, ToLongFunction<RunSums> number) {
        long[] values = side.stream().mapToLong(number).toArray();
        Arrays.sort(values);
        return values;
    }

    /** The lower of two in the middle: halves between two runs would be counts and times of none, and calls have no halves. */
    private static long median(long[] sorted) {
        return sorted[(sorted.length - 1) / 2];
    }

    /** Half the distance between the quartiles. */
    private static double spread(long[] sorted) {
        return (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 2;
    }

    private static double quantile(long[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
