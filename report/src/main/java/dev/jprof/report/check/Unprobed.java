package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What ran without probes on either side: where runs differ in that, what a rule judges there is not known. */
final class Unprobed {
    private final List<SkipsOfRun> base;
    private final List<SkipsOfRun> current;
    private final boolean nothing;

    Unprobed(Side base, Side current) {
        this.base = base.runs().stream().map(SkipsOfRun::of).toList();
        this.current = current.runs().stream().map(SkipsOfRun::of).toList();
        this.nothing = Stream.concat(this.base.stream(), this.current.stream()).allMatch(SkipsOfRun::isEmpty);
    }

    /**
     * Why a subject can't be judged, if it can't. Counts are held against the newest run of the base, times against all of them, and
     * budgets against nothing.
     */
    Optional<String> gap(Rule rule, Subject subject) {
        if (nothing) {
            return Optional.empty();
        }
        Set<String> common = common(rule, subject);
        return more(of(current, rule, subject), common)
                .map(reason -> "has no probes in a new run: " + reason)
                .or(() -> more(then(rule, subject), common)
                        .map(reason -> "has no probes in a run of the base: " + reason));
    }

    private List<SortedMap<String, String>> then(Rule rule, Subject subject) {
        return rule.bound().needsBase() ? of(heldAgainst(rule), rule, subject) : List.of(new TreeMap<>());
    }

    private static List<SortedMap<String, String>> of(List<SkipsOfRun> runs, Rule rule, Subject subject) {
        return runs.stream().map(run -> run.of(rule, subject)).toList();
    }

    private List<SkipsOfRun> heldAgainst(Rule rule) {
        return rule.needsRuns() || base.isEmpty() ? base : base.subList(base.size() - 1, base.size());
    }

    private static Optional<String> more(List<SortedMap<String, String>> runs, Set<String> common) {
        return runs.stream()
                .flatMap(run -> run.entrySet().stream())
                .filter(skip -> !common.contains(skip.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What has no probes in any of the runs that are held against each other. */
    private Set<String> common(Rule rule, Subject subject) {
        List<SortedMap<String, String>> runs = new ArrayList<>(then(rule, subject));
        runs.addAll(of(current, rule, subject));
        Set<String> common = new HashSet<>(runs.get(0).keySet());
        runs.forEach(run -> common.retainAll(run.keySet()));
        return common;
    }

    /** The values of the base's runs, with NaN for runs that have other probes than those that are held against each other have in common. */
    double[] knownOfBase(Rule rule, Subject subject, double[] values) {
        return known(rule, subject, base, values);
    }

    /** The same of the new runs. */
    double[] knownOfCurrent(Rule rule, Subject subject, double[] values) {
        return known(rule, subject, current, values);
    }

    private double[] known(Rule rule, Subject subject, List<SkipsOfRun> runs, double[] values) {
        if (nothing) {
            return values;
        }
        Set<String> common = common(rule, subject);
        return IntStream.range(0, values.length)
                .mapToDouble(run -> runs.get(run).of(rule, subject).keySet().equals(common) ? values[run] : Double.NaN)
                .toArray();
    }

    /** The reasons by the names of all methods, and of classes as a whole, that a rule means on the sides that it looks at. */
    SortedMap<String, String> meantBy(Rule rule) {
        TreeMap<String, String> reasons = new TreeMap<>();
        current.forEach(run -> reasons.putAll(run.meantBy(rule)));
        if (rule.bound().needsBase()) {
            heldAgainst(rule).forEach(run -> run.meantBy(rule).forEach(reasons::putIfAbsent));
        }
        return reasons;
    }
}
