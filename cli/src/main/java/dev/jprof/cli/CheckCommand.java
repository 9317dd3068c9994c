package dev.jprof.cli;

import dev.jprof.report.check.BaselineFolder;
import dev.jprof.report.check.Check;
import dev.jprof.report.check.CheckRequest;
import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.CheckVerdict;
import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.io.OutputFile;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.io.RunFiles;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jprof check}: rules on the runs of two sides, and an exit code for the build. */
@Command(
        name = "check",
        header = "Fails a build whose program does more, or takes longer, than its rules allow.",
        description = {
            "A rule is METRIC(METHODS) <= BOUND, such as 'calls(com.acme.*) <= +0%%': metrics are calls, self, total, percall,"
                    + " p99, alloc and share; sum(METRIC(METHODS)) adds up what matches; a bound is +5%% or +3 against the"
                    + " base, or a budget without it. docs/ci.md says the rest.",
            "Calls are exact, so one run a side decides; times need several (jprof record-runs).",
            "Exit code 0 when all holds, 1 for a regression, 2 for what can't be read, 5 for not enough data.",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--base",
            paramLabel = "RUNS",
            description =
                    "What to compare with: a profile, a pattern in quotes, or a folder of accepted runs. May be repeated.")
    private List<String> base = List.of();

    @Option(
            names = "--new",
            paramLabel = "RUNS",
            description = "What to check: a profile, a pattern in quotes, or a folder. May be repeated.")
    private List<String> current = List.of();

    @Mixin
    private Rules rules = new Rules();

    @Option(
            names = "--newest",
            paramLabel = "N",
            description =
                    "How many runs of a folder are the base, the newest first (default: 10, or as many as are new).")
    private @Nullable Integer newest;

    @Option(
            names = "--allow-missing-base",
            description =
                    "Without a base, try the rules that need none; without a part of it, compare with the rest. Either is"
                            + " said.")
    private boolean allowMissingBase;

    @Option(
            names = "--stabilise",
            description =
                    "Counts that differ between new runs are quarantined, as those between runs of the base always are.")
    private boolean stabilise;

    @Option(names = "--force", description = "Compare runs that were not recorded alike, and say so.")
    private boolean force;

    @Option(
            names = "--init",
            paramLabel = "FILE",
            description = "Write a first jprof.yml for the program of this profile, and check nothing.")
    private @Nullable Path init;

    @Mixin
    private CheckOutputs outputs = new CheckOutputs();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (init != null) {
            return rules.writeFirst(init, console);
        }
        outputs.check();
        try {
            List<Rule> asked = rules.read();
            List<Path> newRuns = RunFiles.of(current);
            if (newRuns.isEmpty()) {
                throw new UsageException("there is nothing to check: name the new run with --new profile.json");
            }
            List<Path> baseRuns = baseRuns(asked, newRuns.size());
            outputs.spare(baseRuns);
            outputs.spare(newRuns);
            outputs.spare(rules.files());
            CheckResult result = Check.run(new CheckRequest(
                    baseRuns, newRuns, asked, stabilise, force, LocalDate.now(ZoneId.systemDefault())));
            boolean fine = result.verdict() == CheckVerdict.FINE;
            try {
                boolean written = write(result, out -> page(baseRuns, newRuns).write(out));
                return written || !fine ? result.verdict().exitCode() : ExitCodes.USAGE;
            } catch (StandardOutput.Failed failed) {
                if (fine) {
                    throw failed;
                }
                return result.verdict().exitCode();
            }
        } catch (InvalidRules wrong) {
            wrong.mistakes().forEach(mistake -> console.complain("jprof check: " + mistake));
            return ExitCodes.USAGE;
        }
    }

    private List<Path> baseRuns(List<Rule> asked, int newRuns) throws IOException {
        int most = newest == null ? BaselineFolder.usual(newRuns) : newest;
        if (most < 1) {
            throw new UsageException("--newest must be 1 or more, not " + most);
        }
        List<Path> runs = BaselineFolder.runs(base, most);
        List<String> missing = BaselineFolder.missing(base);
        boolean needed = asked.stream().anyMatch(rule -> rule.bound().needsBase());
        if (needed && (base.isEmpty() || !missing.isEmpty())) {
            missingBase(runs, missing);
        }
        return runs;
    }

    private void missingBase(List<Path> runs, List<String> missing) {
        if (!runs.isEmpty()) {
            String part = "a part of the base is missing, there is none at " + String.join(", ", missing);
            if (!allowMissingBase) {
                throw new UsageException(
                        part + "; name what is there, or compare with the rest by --allow-missing-base");
            }
            console.complain("jprof check: " + part + "; compared with the rest");
        } else if (!allowMissingBase) {
            String where =
                    missing.isEmpty() ? "name one with --base" : "there is none at " + String.join(", ", missing);
            throw new UsageException("no base to compare with: " + where
                    + "; jprof accept makes one, --allow-missing-base tries the rules that need none");
        }
    }

    /** Whether all could be written; what could not is complained of, and takes nothing from the rest. */
    private boolean write(CheckResult result, OutputFile.Content page) throws IOException {
        List<String> problems = new ArrayList<>(outputs.write(console, result, page));
        GitHubStep step = new GitHubStep(System.getenv());
        try {
            step.summarise(result, outputs.markdown());
        } catch (IOException unwritable) {
            problems.add(String.valueOf(unwritable.getMessage()));
        }
        step.annotate(result, outputs.textOnStandardOutput() ? console.out() : console.err());
        console.err().flush();
        problems.forEach(problem -> console.complain("jprof check: " + problem));
        return problems.isEmpty();
    }

    /** Of the newest run of each side. */
    private static HtmlPage page(List<Path> baseRuns, List<Path> newRuns) throws IOException {
        Path run = newRuns.get(newRuns.size() - 1);
        Profile profile = ProfileReader.read(run);
        if (baseRuns.isEmpty()) {
            return HtmlPage.of(profile, String.valueOf(run.getFileName()));
        }
        Path older = baseRuns.get(baseRuns.size() - 1);
        Titles titles = Titles.of(run, older);
        return HtmlPage.of(profile, titles.current(), ProfileReader.read(older), titles.base());
    }
}
