package dev.jprof.report.check;

import dev.jprof.report.check.rule.MethodPattern;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** By which methods of a sum more bytes are allocated. */
final class AllocationCauses {
    private static final Numbers NUMBERS = new Numbers(Unit.AUTO, false);

    /** Of a sum so many methods are named, and none with less than this share of what was added. */
    private static final int MEMBERS = 3;

    private static final double LEAST_SHARE = 0.05;

    private final Map<Method, Double> base;
    private final Map<Method, Double> current;

    private AllocationCauses(Map<Method, Double> base, Map<Method, Double> current) {
        this.base = base;
        this.current = current;
    }

    /** Whether a method allocates more, of which calls say why. */
    static boolean hasMethod(Finding finding) {
        return has(finding) && !finding.subject().sum();
    }

    /** Whether a sum does, of which its methods say why. */
    static boolean hasSum(Finding finding) {
        return has(finding) && finding.subject().sum();
    }

    private static boolean has(Finding finding) {
        return finding.outcome() == Outcome.REGRESSION
                && finding.rule().metric() == RuleMetric.ALLOC
                && finding.base().length > 0;
    }

    /** Reads all runs once more. */
    static AllocationCauses of(CheckRequest request, RunReader reader) throws IOException {
        return new AllocationCauses(means(request.base(), reader), means(request.current(), reader));
    }

    /** Bytes that each method allocates in a run; lines and hashes of methods are left out, since versions differ in them. */
    private static Map<Method, Double> means(List<Path> files, RunReader reader) throws IOException {
        Map<Method, Double> means = new HashMap<>();
        for (Path file : files) {
            for (MethodStats row :
                    MethodTable.rowsOf(KeyedProfile.of(reader.read(file)).profile())) {
                means.merge(named(row.method()), (double) row.allocated().self() / files.size(), Double::sum);
            }
        }
        return means;
    }

    private static Method named(Method method) {
        return new Method(method.className(), method.name(), method.descriptor(), "", 0, method.kind(), true, 0);
    }

    /** The methods that make most of the difference; overloads are together unless the rule names one. */
    List<String> of(Finding finding) {
        Map<Subject, Double> before = bySubject(base, finding);
        Map<Subject, Double> after = bySubject(current, finding);
        ToDoubleFunction<Subject> gain =
                subject -> after.getOrDefault(subject, 0.0) - before.getOrDefault(subject, 0.0);
        List<Subject> grown = after.keySet().stream()
                .filter(subject -> gain.applyAsDouble(subject) > 0)
                .sorted(Comparator.comparingDouble(gain).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        double whole = grown.stream().mapToDouble(gain).sum();
        return grown.stream()
                .limit(MEMBERS)
                .filter(subject -> gain.applyAsDouble(subject) >= LEAST_SHARE * whole)
                .map(subject -> subject.printed() + " allocates "
                        + NUMBERS.bytes(after.getOrDefault(subject, 0.0)) + " instead of "
                        + NUMBERS.bytes(before.getOrDefault(subject, 0.0)))
                .toList();
    }

    private static Map<Subject, Double> bySubject(Map<Method, Double> means, Finding finding) {
        MethodPattern pattern = finding.rule().methods();
        Map<Subject, Double> sums = new HashMap<>();
        means.forEach((method, bytes) -> {
            if (method.kind() != Method.Kind.SYNTHETIC
                    && pattern.matches(method.qualifiedName(), method.descriptor())) {
                Subject subject = pattern.isOverload()
                        ? Subject.overload(method.qualifiedName(), method.descriptor())
                        : Subject.method(method.qualifiedName());
                sums.merge(subject, bytes, Double::sum);
            }
        });
        return sums;
    }
}
