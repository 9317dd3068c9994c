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

    /**
     * The probability of any alarm in a comparison of two sides that do not differ.
     */
    public static final double LEVEL = 0.01;

    private Family() {}

    /** Returns whether a method is a member without being named: by both sides' sum, so blind to their difference. */
    public static boolean isLarge(Samples method, double programSum) {
        return method.sum() >= programSum * LEAST_SHARE;
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
        boolean matters = minimum.isReached(shift.estimate(), base);
        boolean rises = shift.estimate() > 0;
        int runs = samples.runs();
        Verdict verdict = Verdict.OK;
        if (adjusted <= level) {
            verdict = matters ? (rises ? Verdict.REGRESSION : Verdict.IMPROVEMENT) : Verdict.OK;
        } else if (smallestP > level / family) {
            verdict = Verdict.NOT_ENOUGH_DATA;
            runs = RunsNeeded.toReach(family, level);
        } else if (matters && rises) {
            verdict = Verdict.NOT_ENOUGH_DATA;
            runs = RunsNeeded.toDecide(shift, runs, family, level);
        }
        return new Answer(verdict, base, shift, p, adjusted, smallestP, runs);
    }
}
