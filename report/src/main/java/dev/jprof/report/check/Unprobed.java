package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
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

    Unprobed(Side base, Side current) {
        this.base = base.runs().stream().map(SkipsOfRun::of).toList();
        this.current = current.runs().stream().map(SkipsOfRun::of).toList();
    }

    /**
     * Why a subject can't be judged, if it can't. Counts are held against the newest run of the base, times against all of them, and
     * budgets against nothing.
     */
    Optional<String> gap(Rule rule, Subject subject) {
        Stream<SortedMap<String, String>> held = heldAgainst(rule).stream().map(run -> run.of(rule, subject));
        List<SortedMap<String, String>> then = rule.bound().needsBase() ? held.toList() : List.of(new TreeMap<>());
        List<SortedMap<String, String>> now =
                current.stream().map(run -> run.of(rule, subject)).toList();
        Set<String> common = common(Stream.concat(then.stream(), now.stream()).toList());
        return more(now, common)
                .map(reason -> "has no probes in a new run: " + reason)
                .or(() -> more(then, common).map(reason -> "has no probes in a run of the base: " + reason));
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

    private static Set<String> common(List<SortedMap<String, String>> runs) {
        Set<String> common = new HashSet<>(runs.get(0).keySet());
        runs.forEach(run -> common.retainAll(run.keySet()));
        return common;
    }

    /** The values of the base's runs, with NaN for runs that have not all the probes that others have. */
    double[] knownOfBase(Rule rule, Subject subject, double[] values) {
        return known(rule, subject, base, values);
    }

    /** The same of the new runs. */
    double[] knownOfCurrent(Rule rule, Subject subject, double[] values) {
        return known(rule, subject, current, values);
    }

    private double[] known(Rule rule, Subject subject, List<SkipsOfRun> runs, double[] values) {
        if (base.stream().allMatch(SkipsOfRun::isEmpty) && current.stream().allMatch(SkipsOfRun::isEmpty)) {
            return values;
        }
        Set<String> common = common(Stream.concat(base.stream(), current.stream())
                .map(run -> run.of(rule, subject))
                .toList());
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
