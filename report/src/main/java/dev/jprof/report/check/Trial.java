package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.statistics.Answer;
import dev.jprof.report.statistics.CommonFactor;
import dev.jprof.report.statistics.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rules tried on two sides. Used once. */
final class Trial {
    private static final String FOLDED = "calls were folded into [overflow]: record with more nodes=";

    private static final String TIMED_IN_SOME =
            "a leaf too small to time in some runs and timed in others: limit calls, or record all with clock=exact";

    private final Side base;
    private final Side current;
    private final CheckRequest request;
    private final CountJudge counts;
    private final @Nullable RunsJudge runs;
    private final List<String> notes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final NoisySubjects noisy = new NoisySubjects();
    private final IgnoredMethods ignored;
    private final Unprobed unprobed;
    private final NotJudged notJudged;

    Trial(Side base, Side current, CheckRequest request) {
        this.base = base;
        this.current = current;
        this.request = request;
        this.ignored = new IgnoredMethods(request.today());
        this.unprobed = new Unprobed(base, current);
        this.notJudged = new NotJudged(base, current, unprobed);
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
            remarks.addAll(ProgramText.of(runs, request.rules()));
        }
        List<RuleResult> results = new ArrayList<>();
        for (int rule = 0; rule < asked.size(); rule++) {
            List<Finding> findings = asked.get(rule).stream()
                    .map(Supplier::get)
                    .map(ignored::judged)
                    .toList();
            results.add(new RuleResult(request.rules().get(rule), findings));
        }
        noisy.text().ifPresent(remarks::add);
        VaryingText.of(results, base.size()).ifPresent(remarks::add);
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
        if (compared || subjects.isEmpty()) {
            subjects.addAll(base.subjects(number));
        }
        base.subjects(number).stream()
                .filter(subject -> unprobed.gap(rule, subject).isPresent())
                .forEach(subjects::add);
        if (current.overflowed() || compared && base.overflowed()) {
            return List.of(() -> folded(rule));
        }
        notes.addAll(notJudged.by(rule, number));
        noteOneSided(rule, number, subjects);
        return subjects.stream()
                .filter(subject -> !isUntimed(number, subject) || isTimed(number, subject))
                .map(subject -> asked(number, subject))
                .toList();
    }

    private void noteOneSided(Rule rule, int number, Set<Subject> subjects) {
        if (rule.needsRuns() && isOfOneCall(rule.metric())) {
            TreeSet<Subject> oneSided = new TreeSet<>(subjects);
            oneSided.removeIf(subject -> isOnBoth(number, subject));
            if (!oneSided.isEmpty()) {
                notes.add(NotJudged.oneSided(rule, oneSided));
            }
        }
    }

    private boolean isOnBoth(int number, Subject subject) {
        return base.has(number, subject) && current.has(number, subject);
    }

    private boolean isUntimed(int number, Subject subject) {
        return current.isUntimed(number, subject)
                || request.rules().get(number).bound().needsBase() && base.isUntimed(number, subject);
    }

    private boolean isTimed(int number, Subject subject) {
        return current.has(number, subject)
                || request.rules().get(number).bound().needsBase() && base.has(number, subject);
    }

    private Supplier<Finding> asked(int number, Subject subject) {
        Rule rule = request.rules().get(number);
        double[] before = before(number, subject);
        double[] after = after(number, subject);
        if (isUntimed(number, subject)) {
            return () -> finding(number, subject, Outcome.UNDECIDED, TIMED_IN_SOME);
        }
        Optional<String> gap = unprobed.gap(rule, subject);
        if (gap.isPresent()) {
            return () -> finding(number, subject, Outcome.UNDECIDED, gap.get());
        }
        if (!rule.needsRuns()) {
            return () -> counted(number, subject, before, after);
        }
        if (isOfOneCall(rule.metric()) && !isOnBoth(number, subject)) {
            boolean comparesOthers = current.subjects(number).stream().anyMatch(other -> isOnBoth(number, other));
            String reason = base.has(number, subject) ? "gone" : "new: there is nothing to compare with";
            return () -> finding(number, subject, comparesOthers ? Outcome.OK : Outcome.UNDECIDED, reason);
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

    /** Of a count that is not known there is nothing to show. */
    private static Finding folded(Rule rule) {
        String pattern = rule.methods().toString();
        Subject subject = rule.sum() ? Subject.sumOf(pattern) : Subject.method(pattern);
        double[] unknown = {};
        return new Finding(rule, subject, Location.NOWHERE, Outcome.UNDECIDED, unknown, unknown, FOLDED, List.of());
    }

    private Finding finding(int number, Subject subject, Outcome outcome, String reason) {
        Location now = current.location(subject);
        return new Finding(
                request.rules().get(number),
                subject,
                now.isKnown() ? now : base.location(subject),
                outcome,
                before(number, subject),
                after(number, subject),
                reason,
                List.of());
    }

    private double[] before(int number, Subject subject) {
        return unprobed.knownOfBase(request.rules().get(number), subject, values(base, number, subject));
    }

    private double[] after(int number, Subject subject) {
        return unprobed.knownOfCurrent(request.rules().get(number), subject, values(current, number, subject));
    }

    /** What is not called takes no time; how long one call takes is then unknown. */
    private double[] values(Side side, int number, Subject subject) {
        RuleMetric metric = request.rules().get(number).metric();
        return side.values(number, subject, isOfOneCall(metric) ? Double.NaN : 0);
    }

    private static boolean isOfOneCall(RuleMetric metric) {
        return metric == RuleMetric.PERCALL || metric == RuleMetric.P99;
    }
}
