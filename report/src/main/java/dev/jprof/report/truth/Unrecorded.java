package dev.jprof.report.truth;

import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Skip;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a profile says that it does not have under its method's name. That is no wrong count, but of such a program nothing is known.
 *
 * @param skipped classes and methods that ran without probes
 * @param folded calls, and calls that ended by an exception, in {@code [overflow]} rows
 * @param reason in words for the user; empty when all was recorded
 */
record Unrecorded(Set<String> skipped, long folded, String reason) {
    static Unrecorded in(Meta meta, long folded, List<KnownMethod> methods) {
        Set<String> skipped = new LinkedHashSet<>();
        List<String> reasons = new ArrayList<>();
        for (Skip skip : Skip.of(meta)) {
            String name = skip.isWholeClass() ? skip.className() : skip.qualifiedName();
            if (methods.stream().anyMatch(known -> isPartOf(known.name(), name)) && skipped.add(name)) {
                reasons.add(name + " ran without probes: " + skip.reason());
            }
        }
        if (folded > 0) {
            reasons.add("The heap is too small for its call tree, whose last calls are counted in an [overflow] row");
        }
        return new Unrecorded(skipped, folded, String.join("; ", reasons));
    }

    private static boolean isPartOf(String method, String skipped) {
        return method.equals(skipped) || method.startsWith(skipped + ".");
    }

    /** Whether a method ran without probes. */
    boolean has(KnownMethod method) {
        return skipped.stream().anyMatch(name -> isPartOf(method.name(), name));
    }
}
