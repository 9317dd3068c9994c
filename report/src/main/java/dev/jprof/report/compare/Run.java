package dev.jprof.report.compare;

import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.util.List;
import java.util.Set;

/**
 * One run, as far as it can be worked on by itself: several threads may do that for a run each.
 *
 * @param keyed its calls and self times
 * @param rows of its method table
 * @param weight what its times are of
 */
public record Run(KeyedProfile keyed, List<MethodStats> rows, Metric weight) {
    /** What of a profile plays no part here, and need not be read. */
    public static final Set<String> UNNEEDED =
            Set.of("errors", "open", "waiting", "alloc", "allocSpread", "histograms");

    private static final Set<Metric> FOLDED = Set.of(Metric.CALLS, Metric.SELF);

    /** Times are taken as the profile has them, corrected or not. */
    public static Run of(Profile profile) {
        KeyedProfile keyed = KeyedProfile.of(profile);
        List<MethodStats> rows = MethodTable.rowsOf(keyed.profile());
        Profile whole = keyed.profile();
        Profile reduced = new Profile(
                whole.meta(), whole.methods(), whole.threads(), whole.tree().only(FOLDED));
        return new Run(
                new KeyedProfile(reduced, keyed.keys(), keyed.hashes()),
                rows,
                whole.tree().weight());
    }
}
