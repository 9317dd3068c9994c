package dev.jprof.report.html;

import dev.jprof.report.match.ChangedSignatures;
import dev.jprof.report.match.ClassNames;
import dev.jprof.report.match.Comparability;
import dev.jprof.report.match.OtherNames;
import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ProfileMerge;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.view.UsageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two profiles in one tree that has every path of either, with the base's numbers in columns of their own. Methods of one
 * {@linkplain MethodKey key} are the same one, and go by the key's names.
 *
 * @param title what the base is called
 * @param warnings what keeps the two from being compared, one line each
 * @param notes what was taken for the same, one line each
 */
record Comparison(
        String title, List<String> warnings, List<String> notes, Profile current, Profile base, Profile union) {
    static final Metric BASE_CALLS = ofBase(Metric.CALLS);
    static final Metric BASE_SELF = ofBase(Metric.SELF);

    /** The column of the union that has a metric's numbers in the base. */
    static Metric ofBase(Metric metric) {
        return new Metric("[base] " + metric.name(), metric.unit());
    }

    /** The metrics, beside calls and times, that both profiles know. */
    List<Metric> shared() {
        List<Metric> shared = new ArrayList<>(OtherMetrics.of(current));
        shared.retainAll(OtherMetrics.of(base));
        return shared;
    }

    static void refuseTwoKinds(Profile current, Profile base) {
        if (!current.tree().weight().equals(base.tree().weight())) {
            throw new UsageException(
                    "one of the profiles was instrumented and the other sampled, or their samples stand for different"
                            + " things; compare two of a kind");
        }
    }

    static Comparison of(Profile current, Profile base, String title) {
        KeyedProfile keyed = KeyedProfile.of(current);
        Map<String, String> names = new ClassNames(current.methods()).ofBase(base.methods());
        KeyedProfile named = KeyedProfile.of(base.withClasses(names));
        Map<MethodKey, MethodKey> signed = ChangedSignatures.between(named.keys(), keyed.keys());
        Profile moved = withMethodsOf(keyed, named, signed);
        Profile both = merged(keyed.profile(), asBase(moved));
        OtherNames same = new OtherNames(ClassNames.oldByNew(names), OtherNames.signatures(signed));
        return new Comparison(
                title,
                Comparability.of(base.meta(), current.meta()).warnings(Comparability.Numbers.TIMES),
                same.notes(),
                keyed.profile(),
                moved,
                withThreadsOfEither(both, current, moved));
    }

    private static Profile merged(Profile current, Profile base) {
        try {
            return ProfileMerge.merge(List.of(current, base));
        } catch (ArithmeticException tooLarge) {
            throw new UsageException(
                    "the numbers of both sides together do not fit into 64 bits; no page can show them");
        }
    }

    /** A merge adds up how many threads a row stands for; here the base's are the same ones, or have gone. */
    private static Profile withThreadsOfEither(Profile both, Profile current, Profile base) {
        Map<String, Long> known = new HashMap<>();
        current.threads().forEach(row -> known.merge(row.name(), row.threads(), Long::sum));
        Map<String, Long> old = new HashMap<>();
        base.threads().forEach(row -> old.merge(row.name(), row.threads(), Long::sum));
        old.forEach(known::putIfAbsent);
        List<ThreadRow> threads = both.threads().stream()
                .map(row ->
                        new ThreadRow(row.name(), row.id(), row.root(), known.getOrDefault(row.name(), row.threads())))
                .toList();
        return new Profile(both.meta(), both.methods(), threads, both.tree());
    }

    /**
     * The same lines, so that merging finds the same methods.
     *
     * @param signed old keys of methods by new ones
     */
    private static Profile withMethodsOf(KeyedProfile current, KeyedProfile base, Map<MethodKey, MethodKey> signed) {
        Map<MethodKey, Method> known = new HashMap<>();
        for (int method = 0; method < current.keys().size(); method++) {
            MethodKey key = current.keys().get(method);
            Method same = current.profile().methods().get(method);
            known.put(key, same);
            Optional.ofNullable(signed.get(key)).ifPresent(then -> known.put(then, same));
        }
        Profile older = base.profile();
        List<Method> methods = new ArrayList<>();
        for (int method = 0; method < base.keys().size(); method++) {
            methods.add(
                    known.getOrDefault(base.keys().get(method), older.methods().get(method)));
        }
        return new Profile(older.meta(), methods, older.threads(), older.tree());
    }

    private static Profile asBase(Profile base) {
        CallTree tree = base.tree();
        int[] parent = new int[tree.size()];
        int[] method = new int[tree.size()];
        for (int node = 0; node < parent.length; node++) {
            parent[node] = tree.parent(node);
            method[node] = tree.method(node);
        }
        Map<Metric, long[]> columns = new LinkedHashMap<>();
        columns.put(BASE_CALLS, tree.column(Metric.CALLS));
        columns.put(BASE_SELF, tree.column(Metric.SELF));
        OtherMetrics.of(base).forEach(metric -> columns.put(ofBase(metric), tree.column(metric)));
        return new Profile(base.meta(), base.methods(), base.threads(), new CallTree(parent, method, columns));
    }

    /** The union's number of each method of the current profile. */
    int[] methodOfCurrent() {
        return numbers(current);
    }

    /** The union's number of each method of the base. */
    int[] methodOfBase() {
        return numbers(base);
    }

    private int[] numbers(Profile profile) {
        Map<MethodKey, Integer> numbers = new HashMap<>();
        for (int method = 0; method < union.methods().size(); method++) {
            numbers.put(MethodKey.of(union.methods().get(method)), method);
        }
        return profile.methods().stream()
                .mapToInt(method -> numbers.getOrDefault(MethodKey.of(method), -1))
                .toArray();
    }
}
