package dev.jprof.report.check;

import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.check.rule.Mistake;
import dev.jprof.report.check.rule.Quantity;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tries rules on the runs of two sides: the one entry for the command line, build plugins and whoever else. */
public final class Check {
    private final CheckRequest request;
    private final Side base;
    private final Side current;

    private Check(CheckRequest request, Side base, Side current) {
        this.request = request;
        this.base = base;
        this.current = current;
    }

    /**
     * Reads the profiles and tries the rules.
     *
     * @throws IOException if a profile can't be read; the message is one line
     * @throws UsageException if sides were not recorded alike and the request does not force it; the message is one line
     * @throws InvalidRules if a rule speaks of nothing that the profiles hold
     */
    public static CheckResult run(CheckRequest request) throws IOException, InvalidRules {
        Side base = read(request.base(), request.rules());
        Side current = read(request.current(), request.rules());
        List<String> notes = Likeness.of(base, current, request);
        return new Check(request, base, current).result(notes);
    }

    /** Holds one profile at a time. */
    private static Side read(List<Path> files, List<Rule> rules) throws IOException {
        List<ValuesOfRun> runs = new ArrayList<>();
        for (Path file : files) {
            runs.add(ValuesOfRun.of(ProfileReader.read(file), rules));
        }
        return new Side(runs);
    }

    private CheckResult result(List<String> notes) throws IOException, InvalidRules {
        refuseRulesAboutNothing();
        Trial trial = new Trial(base, current, request);
        List<RuleResult> results = trial.results();
        List<String> all = new ArrayList<>(notes);
        all.addAll(trial.notes());
        CheckResult result = new CheckResult(base.size(), current.size(), results, all, trial.remarks());
        return request.base().isEmpty() ? result : Causes.addTo(result, request, trial.factor(), !base.sampled());
    }

    private void refuseRulesAboutNothing() throws InvalidRules {
        List<Mistake> mistakes = new ArrayList<>();
        for (int rule = 0; rule < request.rules().size(); rule++) {
            TreeSet<Subject> subjects = current.subjects(rule);
            subjects.addAll(base.subjects(rule));
            RuleMetric metric = request.rules().get(rule).metric();
            boolean timeless = current.timeless() && metric.quantity() == Quantity.TIME;
            if (timeless || isOfCalls(metric) && current.sampled()) {
                mistakes.add(new Mistake(
                        request.rules().get(rule).place(),
                        "the profiles were sampled and know nothing of " + metric.word(),
                        timeless ? "limit the share" : "limit self, total or share, or record them with jprof run"));
            } else if (subjects.isEmpty() && !base.overflowed() && !current.overflowed()) {
                mistakes.add(NoSuchMethod.of(request.rules().get(rule), methods()));
            } else if (metric == RuleMetric.ALLOC && !knowsAllocations(rule)) {
                mistakes.add(new Mistake(
                        request.rules().get(rule).place(),
                        "a profile has no allocated bytes",
                        "record it with alloc=on (jprof run --alloc on)"));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidRules(mistakes);
        }
    }

    private static boolean isOfCalls(RuleMetric metric) {
        return metric == RuleMetric.CALLS || metric == RuleMetric.PERCALL || metric == RuleMetric.P99;
    }

    private Set<MethodKey> methods() {
        Set<MethodKey> methods = new HashSet<>();
        base.runs().forEach(run -> methods.addAll(run.selves().keySet()));
        current.runs().forEach(run -> methods.addAll(run.selves().keySet()));
        return methods;
    }

    private boolean knowsAllocations(int rule) {
        List<ValuesOfRun> runs = new ArrayList<>(base.runs());
        runs.addAll(current.runs());
        return runs.stream()
                .flatMap(run -> run.byRule().get(rule).values().stream())
                .noneMatch(value -> value.isNaN());
    }
}
