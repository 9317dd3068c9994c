package dev.jprof.report.check;

import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why more bytes are allocated: by more calls or by more in each; of a sum, by which methods. */
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

    static boolean has(Finding finding) {
        return finding.outcome() == Outcome.REGRESSION
                && finding.rule().metric() == RuleMetric.ALLOC
                && finding.base().length > 0;
    }

    /** Reads all runs once more. */
    static AllocationCauses of(CheckRequest request) throws IOException {
        return new AllocationCauses(means(request.base()), means(request.current()));
    }

    /** Bytes that each method allocates in a run; lines and hashes of methods are left out, since versions differ in them. */
    private static Map<Method, Double> means(List<Path> files) throws IOException {
        Map<Method, Double> means = new HashMap<>();
        for (Path file : files) {
            for (MethodStats row :
                    MethodTable.rowsOf(KeyedProfile.of(ProfileReader.read(file)).profile())) {
                means.merge(named(row.method()), (double) row.allocated().self() / files.size(), Double::sum);
            }
        }
        return means;
    }

    private static Method named(Method method) {
        return new Method(method.className(), method.name(), method.descriptor(), "", 0, method.kind(), true, 0);
    }

    /** @param calls what is known of how often methods are called */
    List<String> of(Finding finding, CallCauses calls) {
        return finding.subject().sum()
                ? ofSum(finding)
                : calls.ofCost(finding.subject().name(), "allocates more");
    }

    private List<String> ofSum(Finding finding) {
        List<Method> grown = current.keySet().stream()
                .filter(method -> method.kind() != Method.Kind.SYNTHETIC)
                .filter(method -> finding.rule().methods().matches(method.qualifiedName(), method.descriptor()))
                .filter(method -> gain(method) > 0)
                .sorted(Comparator.comparingDouble(this::gain).reversed().thenComparing(Method::qualifiedName))
                .toList();
        double whole = grown.stream().mapToDouble(this::gain).sum();
        return grown.stream()
                .limit(MEMBERS)
                .filter(method -> gain(method) >= LEAST_SHARE * whole)
                .map(method -> Printable.of(method.qualifiedName()) + " allocates "
                        + NUMBERS.bytes(current.getOrDefault(method, 0.0)) + " instead of "
                        + NUMBERS.bytes(base.getOrDefault(method, 0.0)))
                .toList();
    }

    private double gain(Method method) {
        return current.getOrDefault(method, 0.0) - base.getOrDefault(method, 0.0);
    }
}
