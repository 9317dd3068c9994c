package dev.jprof.report.check;

import dev.jprof.report.check.rule.Bound;
import dev.jprof.report.check.rule.Quantity;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.statistics.Answer;
import dev.jprof.report.statistics.CommonFactor;
import dev.jprof.report.statistics.Family;
import dev.jprof.report.statistics.MinimumEffect;
import dev.jprof.report.statistics.Question;
import dev.jprof.report.statistics.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Judges times and bytes of several runs a side. All questions are asked in one family: those of the rules, of the methods that
 * are large, and of the whole program.
 */
final class RunsJudge {
    private final Side base;
    private final Side current;
    private final CommonFactor factor;
    private final List<MethodKey> large = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private List<Answer> answers = List.of();

    RunsJudge(Side base, Side current) {
        this.base = base;
        this.current = current;
        TreeSet<MethodKey> methods = new TreeSet<>();
        base.runs().forEach(run -> methods.addAll(run.selves().keySet()));
        current.runs().forEach(run -> methods.addAll(run.selves().keySet()));
        List<Samples> selves = methods.stream().map(this::selves).toList();
        this.factor = CommonFactor.of(selves);
        questions.add(Question.ofProgram(factor, MinimumEffect.OF_TIME));
        double whole = selves.stream().mapToDouble(Samples::sumOfMeans).sum();
        for (MethodKey method : methods) {
            if (method.kind() != Method.Kind.SYNTHETIC && Family.isLarge(selves(method), whole)) {
                large.add(method);
                questions.add(new Question(selves(method), factor, MinimumEffect.OF_TIME));
            }
        }
    }

    private Samples selves(MethodKey method) {
        return new Samples(base.selves(method), current.selves(method));
    }

    /**
     * Whether a change could be as large as the least that matters: by the sum of both sides, and so blind to their difference.
     * What can't matter is not asked, since every question makes the others harder to answer. One run a side answers
     * none.
     */
    boolean canMatter(Rule rule, double[] baseValues, double[] currentValues) {
        Samples samples = new Samples(baseValues, currentValues);
        return samples.runs() < 2 || samples.sumOfMeans() >= minimum(rule).absolute();
    }

    /** Returns the number by which the answer is asked for. */
    int ask(Rule rule, double[] baseValues, double[] currentValues) {
        Samples samples = new Samples(baseValues, currentValues);
        boolean timed = rule.metric().quantity() == Quantity.TIME;
        questions.add(new Question(samples, timed ? factor : CommonFactor.none(samples), minimum(rule)));
        return questions.size() - 1;
    }

    /** After the last question: the more are asked, the surer each answer must be. */
    void decide() {
        answers = Family.answer(questions, Family.LEVEL);
    }

    Answer answer(int question) {
        return answers.get(question);
    }

    CommonFactor factor() {
        return factor;
    }

    boolean isDividing() {
        return factor.isDividing();
    }

    /** Whether so many runs could have shown anything. */
    boolean canDecide(Answer answer) {
        return answer.smallestP() <= Family.LEVEL / questions.size();
    }

    Answer program() {
        return answers.get(0);
    }

    List<MethodKey> large() {
        return large;
    }

    Answer ofLarge(int index) {
        return answers.get(1 + index);
    }

    /** The bound of the rule, and of what is summed over a run at least as much as matters anywhere. */
    private static MinimumEffect minimum(Rule rule) {
        RuleMetric metric = rule.metric();
        double least = metric == RuleMetric.SELF || metric == RuleMetric.TOTAL
                ? MinimumEffect.OF_TIME.absolute()
                : metric == RuleMetric.ALLOC ? MinimumEffect.OF_BYTES.absolute() : 0;
        return rule.bound() instanceof Bound.Relative relative
                ? new MinimumEffect(relative.percent().doubleValue() / 100, least)
                : new MinimumEffect(0, ((Bound.Absolute) rule.bound()).more().doubleValue());
    }
}
