package dev.jprof.report.compare;

import dev.jprof.report.model.Correction;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the methods of one run cost, by what they are called in every run: the numbers of {@code jprof report}. Confined to one
 * thread, since durations are summed up when first asked for.
 *
 * @param methods in the order of the profile's methods; those that share a key are one
 */
public record RunMetrics(MethodTable table, Map<MethodKey, MethodMetrics> methods) {
    /** Times without what probes cost. */
    public static RunMetrics corrected(Profile profile) {
        return of(Correction.corrected(profile));
    }

    /** Times as measured. */
    public static RunMetrics raw(Profile profile) {
        return of(Correction.raw(profile));
    }

    /** Times as the profile has them. */
    public static RunMetrics of(Profile profile) {
        KeyedProfile keyed = KeyedProfile.of(profile);
        MethodTable table = MethodTable.of(keyed.profile());
        Map<MethodKey, MethodMetrics> methods = new LinkedHashMap<>();
        for (MethodStats row : table.rows()) {
            MethodKey key = keyed.keys().get(row.index());
            methods.put(key, new MethodMetrics(key, row, table.byMethod()));
        }
        return new RunMetrics(table, methods);
    }

    /** Nanoseconds in all methods. */
    public long self() {
        return methods.values().stream().mapToLong(MethodMetrics::self).sum();
    }
}
