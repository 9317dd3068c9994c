package dev.jprof.report.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * All questions that are asked together. The more there are, the surer each answer must be, so they are chosen before anyone
 * looks at a difference: what rules name, what has at least 1 % of the pooled time, and the whole program. Paths are asked about
 * in a family of their own, and only those below a method that was found.
 */
public final class Family {
    /** The least share of the time of both sides together that makes a method a member unasked. */
    public static final double LEAST_SHARE = 0.01;

    /** The probability of any alarm in a comparison of two sides that do not differ. */
    public static final double LEVEL = 0.01;

    /** The same for saying that there is not enough data, where the number of runs would do. */
    public static final double DOUBT = 0.1;

    private Family() {}

    /**
     * Returns whether a method is a member without being named: by what both sides take, so blind to their difference.
     *
     * @param programSum the {@linkplain Samples#sumOfMeans() sum of means} of all methods
     */
    public static boolean isLarge(Samples method, double programSum) {
        return method.sumOfMeans() >= programSum * LEAST_SHARE;
    }

    /**
     * Answers all questions together.
     *
     * @param level the probability of any false alarm among them; {@link #LEVEL} unless someone knows better
     * @return one answer for each question, in their order
     */
    public static List<Answer> answer(List<Question> questions, double level) {
        List<Samples> divided = questions.stream().map(Question::divided).toList();
        double[] p = divided.stream().mapToDouble(RankSum::p).toArray();
        double[] adjusted = BenjaminiHochberg.adjust(p);
        return IntStream.range(0, p.length)
                .mapToObj(i -> answer(divided.get(i), questions.get(i).minimum(), p[i], adjusted[i], p.length, level))
                .toList();
    }

    private static Answer answer(
            Samples samples, MinimumEffect minimum, double p, double adjusted, int family, double level) {
        double base = Samples.median(samples.base());
        Shift shift = Shift.of(samples);
        double smallestP = RankSum.smallestP(samples.base().length, samples.current().length);
        boolean reachable = smallestP <= level / family;
        Verdict verdict =
                verdict(shift.estimate(), minimum.isReached(shift.estimate(), base), adjusted, reachable, level);
        double detectable = reachable
                ? Math.max(minimum.least(base), RunsNeeded.detectable(shift, family, level))
                : Double.POSITIVE_INFINITY;
        int runs = samples.runs();
        if (verdict == Verdict.NOT_ENOUGH_DATA) {
            runs = reachable ? RunsNeeded.toDecide(shift, runs, family, level) : RunsNeeded.toReach(family, level);
        }
        return new Answer(verdict, base, shift, p, adjusted, smallestP, detectable, runs);
    }

    private static Verdict verdict(double shift, boolean matters, double adjusted, boolean reachable, double level) {
        if (adjusted <= level) {
            return !matters ? Verdict.OK : shift > 0 ? Verdict.REGRESSION : Verdict.IMPROVEMENT;
        }
        boolean doubtful = matters && shift > 0 && adjusted <= DOUBT;
        return doubtful || !reachable ? Verdict.NOT_ENOUGH_DATA : Verdict.OK;
    }
}
