package dev.jprof.report.truth;

import dev.jprof.report.model.Correction;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.HashMap;
import java.util.Map;

/**
 * How far the profile of one program is from the truth. Errors of time are fractions: 0.03 is 3 %. Time between the two sides of
 * a call may be the caller's or the called method's, and the profile may have it in either.
 *
 * @param unrecorded why calls are missing that the profile says itself are not in it, so that times can't be judged; empty when
 *     none are
 * @param countErrors calls too many or too few, of all and of those that ended by an exception, over all methods; a method
 *     that the program does not know counts with all of its calls, one that ran without probes with none, and what the profile
 *     has folded into {@code [overflow]} makes up for calls that are missing elsewhere
 * @param shareError total variation distance of the methods' shares of self time: half the sum of what they differ by
 * @param timeError largest relative error of the self time of a method that surely has more than 1 % of the program's
 * @param worst the method with that error; empty when no method is that large
 * @param bars how many methods have more than 1 % of the program's time and say how far their self time may be off
 * @param barsThatReach how many of these are not further from the truth than they say
 * @param away the part of the program's time in which it had no processor
 * @param repeated whether this is the second try, because the first did not hold and the program was away
 * @param meta what the profile says of its own making
 */
public record Verdict(
        String program,
        String unrecorded,
        long countErrors,
        double shareError,
        double timeError,
        String worst,
        int bars,
        int barsThatReach,
        double away,
        boolean repeated,
        Meta meta) {
    public static final double SHARE_LIMIT = 0.03;
    public static final double TIME_LIMIT = 0.05;
    public static final double LEAST_SHARE = 0.01;

    private static final String OVERFLOW = "[overflow]";

    /** A program that was away for more of its time says little of the profiler. */
    private static final double MOST_AWAY = 0.02;

    public static Verdict of(String program, Truth truth, Profile profile) {
        Map<String, Seen> seen = seen(Correction.raw(profile));
        double truthWhole = truth.whole();
        double seenWhole = seen.values().stream().mapToDouble(Seen::self).sum();
        long folded = seen.getOrDefault(OVERFLOW, Seen.NOTHING).counts();
        seen.remove(OVERFLOW);
        Unrecorded unrecorded = Unrecorded.in(profile.meta(), folded, truth.methods());
        long tooMany = 0;
        long missing = 0;
        double distance = 0;
        double timeError = 0;
        String worst = "";
        int bars = 0;
        int reaching = 0;
        for (KnownMethod known : truth.methods()) {
            Seen found = seen.getOrDefault(known.name(), Seen.NOTHING);
            seen.remove(known.name());
            if (!unrecorded.has(known)) {
                tooMany += Math.max(0, found.calls() - known.calls()) + Math.max(0, found.errors() - known.errors());
                missing += Math.max(0, known.calls() - found.calls()) + Math.max(0, known.errors() - found.errors());
            }
            distance += share(known.distance(share(found.self(), seenWhole) * truthWhole), truthWhole);
            double off = known.distance(found.self());
            double error = share(off, known.self());
            boolean large = share(known.sure(), truthWhole) > LEAST_SHARE;
            bars += large && found.bar() > 0 ? 1 : 0;
            reaching += large && off < found.bar() ? 1 : 0;
            if (large && (error > timeError || worst.isEmpty())) {
                timeError = error;
                worst = known.name();
            }
        }
        for (Seen unknown : seen.values()) {
            tooMany += unknown.calls();
            distance += share(unknown.self(), seenWhole);
        }
        return new Verdict(
                program,
                unrecorded.reason(),
                tooMany + Math.abs(missing - folded),
                distance / 2,
                timeError,
                worst,
                bars,
                reaching,
                share(truth.away(), truthWhole),
                false,
                profile.meta());
    }

    /** Whether the program is worth a second try: not because of a count, and not on a machine that left it alone. */
    public boolean isDoubtful() {
        return fails() && countErrors == 0 && away > MOST_AWAY;
    }

    /** The same as the verdict on a second try. */
    public Verdict onSecondTry() {
        return new Verdict(
                program, unrecorded, countErrors, shareError, timeError, worst, bars, barsThatReach, away, true, meta);
    }

    public boolean holds() {
        return !fails() && isWhole();
    }

    /** Whether something is surely wrong; what neither holds nor fails is not known. */
    public boolean fails() {
        return countErrors > 0 || isWhole() && !(sharesHold() && timesHold());
    }

    /** Whether the profile has all calls, so that times can be judged too. */
    public boolean isWhole() {
        return unrecorded.isEmpty();
    }

    public boolean sharesHold() {
        return shareError <= SHARE_LIMIT;
    }

    public boolean timesHold() {
        return timeError <= TIME_LIMIT;
    }

    /** What a profile says of the methods of one name. */
    private record Seen(long calls, long errors, long self, double bar) {
        static final Seen NOTHING = new Seen(0, 0, 0, 0);

        static Seen of(MethodStats row) {
            double bar = row.bars().known() ? row.bars().self() : 0;
            return new Seen(row.calls(), row.errors(), row.self(), bar);
        }

        long counts() {
            return calls + errors;
        }

        Seen plus(Seen other) {
            return new Seen(calls + other.calls, errors + other.errors, self + other.self, bar + other.bar);
        }
    }

    private static Map<String, Seen> seen(Profile profile) {
        Map<String, Seen> seen = new HashMap<>();
        for (MethodStats row : MethodTable.of(profile).rows()) {
            seen.merge(row.method().qualifiedName(), Seen.of(row), Seen::plus);
        }
        return seen;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
