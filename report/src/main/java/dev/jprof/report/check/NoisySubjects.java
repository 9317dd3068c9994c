package dev.jprof.report.check;

import dev.jprof.report.statistics.Answer;
import dev.jprof.report.statistics.Verdict;
import dev.jprof.report.view.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What passed though its runs differ so much among themselves that even a doubling might have passed. */
final class NoisySubjects {
    private static final double DOUBLED = 2;
    private static final int NAMED = 5;

    private final List<Noisy> found = new ArrayList<>();

    private record Noisy(Subject subject, Answer answer) {
        double size() {
            return answer.base();
        }

        String text() {
            double ratio = answer.detectableRatio();
            String name = Printable.of(subject.printed());
            return Double.isFinite(ratio) ? name + " (" + AnswerText.signed(ratio) + " would be found)" : name;
        }
    }

    void add(Subject subject, Answer answer) {
        if (answer.verdict() == Verdict.OK && answer.detectableRatio() > DOUBLED) {
            found.add(new Noisy(subject, answer));
        }
    }

    /** One line about the largest of them. */
    Optional<String> text() {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = found.stream()
                .sorted(Comparator.comparingDouble(Noisy::size).reversed())
                .map(Noisy::text)
                .toList();
        return Optional.of(
                "too noisy to guard with so many runs, a doubling might pass: " + FirstNames.of(names, NAMED));
    }
}
