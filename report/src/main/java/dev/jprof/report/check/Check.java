package dev.jprof.report.check;

import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.io.RunFiles;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * @throws UsageException if a file is on both sides, or if they were not recorded alike and the request does not force it; the
     *     message is one line
     * @throws InvalidRules if a rule speaks of nothing that the profiles hold
     */
    public static CheckResult run(CheckRequest request) throws IOException, InvalidRules {
        refuseRunsOfBothSides(request);
        RunReader reader = new RunReader(request.base());
        Side current = read(request.current(), request.rules(), reader);
        Side base = read(request.base(), request.rules(), reader);
        List<String> notes = Likeness.of(base, current, request);
        return new Check(request, base, current).result(notes, reader);
    }

    /** A run that is compared with itself is never slower. */
    private static void refuseRunsOfBothSides(CheckRequest request) {
        Map<Path, Path> base = new HashMap<>();
        for (Path file : request.base()) {
            base.put(RunFiles.real(file), file);
        }
        for (Path file : request.current()) {
            Path same = base.get(RunFiles.real(file));
            if (same != null) {
                String which = same.equals(file) ? Printable.of(file + "") : Printable.of(file + " and " + same);
                throw new UsageException("the same profile is base and new: " + which
                        + "; a run that is compared with itself never breaks a rule");
            }
        }
    }

    /** Holds one profile at a time. */
    private static Side read(List<Path> files, List<Rule> rules, RunReader reader) throws IOException {
        List<ValuesOfRun> runs = new ArrayList<>();
        for (Path file : files) {
            runs.add(ValuesOfRun.of(reader.read(file), rules));
        }
        return new Side(runs);
    }

    private CheckResult result(List<String> notes, RunReader reader) throws IOException, InvalidRules {
        RulesAboutNothing.refuse(request.rules(), base, current);
        Trial trial = new Trial(base, current, request);
        List<RuleResult> results = trial.results();
        List<String> all = new ArrayList<>(notes);
        all.addAll(reader.notes());
        all.addAll(trial.notes());
        CheckResult result = new CheckResult(base.size(), current.size(), results, all, trial.remarks());
        return request.base().isEmpty()
                ? result
                : Causes.addTo(result, request, reader, trial.factor(), !base.sampled());
    }
}
