package dev.jprof.report.truth;

import dev.jprof.report.model.Meta;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the profile of one program is from the truth. Errors of time are fractions: 0.03 is 3 %.
 *
 * @param countErrors calls too many or too few, of all and of those that ended by an exception, over all methods; a method
 *     that the program does not know counts with all of its calls
 * @param shareError total variation distance of the methods' shares of self time: half the sum of what they differ by
 * @param timeError largest relative error of the self time of a method that has more than 1 % of the program's
 * @param worst the method with that error; empty when no method is that large
 * @param meta what the profile says of its own making
 */
public record Verdict(String program, long countErrors, double shareError, double timeError, String worst, Meta meta) {
    public static final double SHARE_LIMIT = 0.03;
    public static final double TIME_LIMIT = 0.05;
    public static final double LEAST_SHARE = 0.01;

    public static Verdict of(String program, List<KnownMethod> truth, Profile profile) {
        Map<String, Seen> seen = seen(profile);
        double truthWhole = truth.stream().mapToDouble(KnownMethod::self).sum();
        double seenWhole = seen.values().stream().mapToDouble(Seen::self).sum();
        long countErrors = 0;
        double distance = 0;
        double timeError = 0;
        String worst = "";
        for (KnownMethod known : truth) {
            Seen found = seen.getOrDefault(known.name(), Seen.NOTHING);
            seen.remove(known.name());
            countErrors += Math.abs(found.calls() - known.calls()) + Math.abs(found.errors() - known.errors());
            distance += Math.abs(share(found.self(), seenWhole) - share(known.self(), truthWhole));
            double error = share(Math.abs(found.self() - known.self()), known.self());
            if (share(known.self(), truthWhole) > LEAST_SHARE && (error > timeError || worst.isEmpty())) {
                timeError = error;
                worst = known.name();
            }
        }
        for (Seen unknown : seen.values()) {
            countErrors += unknown.calls();
            distance += share(unknown.self(), seenWhole);
        }
        return new Verdict(program, countErrors, distance / 2, timeError, worst, profile.meta());
    }

    public boolean holds() {
        return countErrors == 0 && sharesHold() && timesHold();
    }

    public boolean sharesHold() {
        return shareError <= SHARE_LIMIT;
    }

    public boolean timesHold() {
        return timeError <= TIME_LIMIT;
    }

    /** What a profile says of the methods of one name. */
    private record Seen(long calls, long errors, long self) {
        static final Seen NOTHING = new Seen(0, 0, 0);

        Seen plus(Seen other) {
            return new Seen(calls + other.calls, errors + other.errors, self + other.self);
        }
    }

    private static Map<String, Seen> seen(Profile profile) {
        Map<String, Seen> seen = new HashMap<>();
        for (MethodStats row : MethodTable.of(profile).rows()) {
            seen.merge(row.method().qualifiedName(), new Seen(row.calls(), row.errors(), row.self()), Seen::plus);
        }
        return seen;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
