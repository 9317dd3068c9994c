package dev.jprof.report.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Comparisons of which it is known what changed, asked and answered as a check asks. */
record Simulation(Noise noise, int baseRuns, int runs, double level) {
    /** What became of some comparisons: how many had an alarm of any kind, missed the change, or could not say. */
    record Outcome(int comparisons, int alarms, int found, int undecided) {
        Outcome plus(boolean alarm, boolean hit, boolean open) {
            return new Outcome(
                    comparisons + 1, alarms + (alarm ? 1 : 0), found + (hit ? 1 : 0), undecided + (open ? 1 : 0));
        }
    }

    Simulation(Noise noise, int runs) {
        this(noise, runs, runs, Family.LEVEL);
    }

    /** Makes comparisons with nothing changed but the one method's time, times the factor: 1 for nothing at all. */
    Outcome of(int comparisons, double factor, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Outcome outcome = new Outcome(0, 0, 0, 0);
        for (int i = 0; i < comparisons; i++) {
            List<Samples> methods = new ArrayList<>(noise.comparison(baseRuns, runs, random));
            Samples changed = methods.get(noise.method());
            methods.set(
                    noise.method(),
                    new Samples(
                            changed.base(),
                            Arrays.stream(changed.current())
                                    .map(value -> value * factor)
                                    .toArray()));
            outcome = judge(outcome, methods);
        }
        return outcome;
    }

    private Outcome judge(Outcome outcome, List<Samples> methods) {
        CommonFactor factor = CommonFactor.of(methods);
        double whole = methods.stream().mapToDouble(Samples::sumOfMeans).sum();
        List<Question> questions = new ArrayList<>(List.of(Question.ofProgram(factor, MinimumEffect.OF_TIME)));
        int changed = -1;
        for (int i = 0; i < methods.size(); i++) {
            if (Family.isLarge(methods.get(i), whole)) {
                changed = i == noise.method() ? questions.size() : changed;
                questions.add(new Question(methods.get(i), factor, MinimumEffect.OF_TIME));
            }
        }
        List<Verdict> verdicts =
                Family.answer(questions, level).stream().map(Answer::verdict).toList();
        return outcome.plus(
                verdicts.contains(Verdict.REGRESSION) || verdicts.contains(Verdict.IMPROVEMENT),
                changed >= 0 && verdicts.get(changed) == Verdict.REGRESSION,
                verdicts.contains(Verdict.NOT_ENOUGH_DATA));
    }
}
