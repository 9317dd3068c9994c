package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.statistics.Answer;
import dev.jprof.report.statistics.Verdict;
import dev.jprof.report.view.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What statistics found beside the rules: the change of the whole program, and of large methods. */
final class ProgramText {
    private ProgramText() {}

    static List<String> of(RunsJudge runs, List<Rule> rules) {
        List<String> lines = new ArrayList<>();
        if (runs.isDividing()) {
            String sure = runs.program().verdict() == Verdict.OK ? "no more than chance, " : "";
            lines.add("whole program: " + sure + AnswerText.of(runs.program()) + "; methods are compared without that");
        }
        disturbed("base", runs.factor().disturbances().base(), lines);
        disturbed("new", runs.factor().disturbances().current(), lines);
        for (int i = 0; i < runs.large().size(); i++) {
            MethodKey method = runs.large().get(i);
            Answer answer = runs.ofLarge(i);
            if (answer.verdict() == Verdict.REGRESSION && !isRuled(method, rules)) {
                lines.add("self(" + Printable.of(method.qualifiedName()) + "), which has no rule on its time: "
                        + AnswerText.of(answer));
            }
        }
        return lines;
    }

    /** Whether a rule judges the method's time by itself. */
    private static boolean isRuled(MethodKey method, List<Rule> rules) {
        return rules.stream()
                .anyMatch(rule -> !rule.sum()
                        && rule.metric().isOfTime()
                        && rule.methods().matches(method.qualifiedName(), method.descriptor()));
    }

    private static void disturbed(String side, boolean[] left, List<String> lines) {
        String numbers = IntStream.range(0, left.length)
                .filter(run -> left[run])
                .mapToObj(run -> Integer.toString(run + 1))
                .collect(Collectors.joining(", "));
        if (!numbers.isEmpty()) {
            lines.add(side + " runs left out, disturbed by something else on the machine: " + numbers);
        }
    }
}
