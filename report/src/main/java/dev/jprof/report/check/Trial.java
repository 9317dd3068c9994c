package dev.jprof.report.check;

import dev.jprof.report.check.rule.Ignore;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.statistics.Answer;
import dev.jprof.report.statistics.CommonFactor;
import dev.jprof.report.statistics.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rules tried on two sides. Used once. */
final class Trial {
    private static final String FOLDED = "calls were folded into [overflow]: record with more nodes=";

    private final Side base;
    private final Side current;
    private final CheckRequest request;
    private final CountJudge counts;
    private final @Nullable RunsJudge runs;
    private final List<String> notes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final NoisySubjects noisy = new NoisySubjects();

    Trial(Side base, Side current, CheckRequest request) {
        this.base = base;
        this.current = current;
        this.request = request;
        this.counts = new CountJudge(base.versions(), request.stabilise());
        boolean asksStatistics = request.rules().stream().anyMatch(Rule::needsRuns);
        long untried = request.rules().stream()
                .filter(rule -> rule.bound().needsBase())
                .count();
        if (base.size() == 0 && untried > 0) {
            notes.add("there is no base, so rules that compare were not tried: " + untried + " of "
                    + request.rules().size());
        }
        if (request.stabilise() && current.size() < 2) {
            notes.add("--stabilise needs several new runs to compare, and there is one");
        }
        this.runs = asksStatistics && base.size() > 0 ? new RunsJudge(base, current) : null;
    }

    List<String> notes() {
        return notes;
    }

    List<String> remarks() {
        return remarks;
    }

    /** What times were divided by; nothing where no rule asked for statistics. */
    Optional<CommonFactor> factor() {
        return Optional.ofNullable(runs).map(RunsJudge::factor);
    }

    List<RuleResult> results() {
        List<List<Supplier<Finding>>> asked = new ArrayList<>();
        for (int rule = 0; rule < request.rules().size(); rule++) {
            asked.add(askedOf(rule));
        }
        if (runs != null) {
            runs.decide();
            remarks.addAll(ProgramText.of(runs));
        }
        List<RuleResult> results = new ArrayList<>();
        for (int rule = 0; rule < asked.size(); rule++) {
            List<Finding> findings = asked.get(rule).stream()
                    .map(Supplier::get)
                    .map(this::ignored)
                    .toList();
            results.add(new RuleResult(request.rules().get(rule), findings));
        }
        noisy.text().ifPresent(remarks::add);
        return results;
    }

    /** Statistics decides when all questions are known, so a finding is made later. */
    private List<Supplier<Finding>> askedOf(int number) {
        Rule rule = request.rules().get(number);
        boolean compared = rule.bound().needsBase();
        if (compared && base.size() == 0) {
            return List.of();
        }
        TreeSet<Subject> subjects = current.subjects(number);
        if (compared) {
            subjects.addAll(base.subjects(number));
        }
        if (subjects.isEmpty()) {
            subjects.addAll(base.subjects(number));
        }
        if (current.overflowed() || compared && base.overflowed()) {
            subjects.add(Subject.sumOf(rule.methods().toString()));
            return List.of(() -> finding(number, subjects.first(), Outcome.UNDECIDED, FOLDED));
        }
        return subjects.stream().map(subject -> asked(number, subject)).toList();
    }

    private Supplier<Finding> asked(int number, Subject subject) {
        Rule rule = request.rules().get(number);
        double[] before = values(base, number, subject);
        double[] after = values(current, number, subject);
        if (!rule.needsRuns()) {
            return () -> counted(number, subject, before, after);
        }
        if (isAbsent(before) || isAbsent(after)) {
            String reason = isAbsent(before) ? "new: there is nothing to compare with" : "gone";
            return () -> finding(number, subject, Outcome.OK, reason);
        }
        if (Stream.of(before, after).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN) || runs == null) {
            return () -> finding(number, subject, Outcome.UNDECIDED, "some of the runs measured no call");
        }
        if (!runs.canMatter(rule, before, after)) {
            return () -> finding(number, subject, Outcome.OK, "too small to matter");
        }
        int question = runs.ask(rule, before, after);
        return () -> answered(number, subject, runs, question);
    }

    private static boolean isAbsent(double[] values) {
        return Arrays.stream(values).allMatch(Double::isNaN);
    }

    private Finding counted(int number, Subject subject, double[] before, double[] after) {
        Rule rule = request.rules().get(number);
        if (Arrays.stream(after).anyMatch(Double::isNaN)) {
            return finding(number, subject, Outcome.UNDECIDED, "no call was measured");
        }
        return finding(number, subject, counts.outcome(rule, before, after), "");
    }

    private Finding answered(int number, Subject subject, RunsJudge judge, int question) {
        Answer answer = judge.answer(question);
        noisy.add(subject, answer);
        int least = Math.min(base.size(), current.size());
        Outcome outcome = switch (answer.verdict()) {
            case OK -> Outcome.OK;
            case IMPROVEMENT -> Outcome.IMPROVEMENT;
            case REGRESSION -> Outcome.REGRESSION;
            case NOT_ENOUGH_DATA -> Outcome.UNDECIDED;
        };
        boolean tooFew = answer.verdict() == Verdict.NOT_ENOUGH_DATA && !judge.canDecide(answer);
        return finding(number, subject, outcome, tooFew ? AnswerText.tooFew(least, answer) : AnswerText.of(answer));
    }

    private Finding finding(int number, Subject subject, Outcome outcome, String reason) {
        Location location = current.location(subject);
        return new Finding(
                request.rules().get(number),
                subject,
                location.isKnown() ? location : base.location(subject),
                outcome,
                values(base, number, subject),
                values(current, number, subject),
                reason,
                List.of());
    }

    /** What is not called takes no time; how long one call takes is then unknown. */
    private double[] values(Side side, int number, Subject subject) {
        RuleMetric metric = request.rules().get(number).metric();
        boolean ofOneCall = metric == RuleMetric.PERCALL || metric == RuleMetric.P99;
        return side.values(number, subject, ofOneCall ? Double.NaN : 0);
    }

    private Finding ignored(Finding finding) {
        if (finding.outcome() != Outcome.REGRESSION) {
            return finding;
        }
        for (Ignore ignore : finding.rule().ignores()) {
            if (!ignore.methods()
                    .matches(finding.subject().name(), finding.subject().descriptor())) {
                continue;
            }
            if (ignore.holdsOn(request.today())) {
                return finding.with(Outcome.IGNORED, ignore.reason() + " (until " + ignore.until() + ")");
            }
            return finding.with(finding.outcome(), "was ignored until " + ignore.until() + ": " + ignore.reason());
        }
        return finding;
    }
}
