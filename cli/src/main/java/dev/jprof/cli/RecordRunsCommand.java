package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.cli.launch.Target;
import dev.jprof.cli.record.CommandWords;
import dev.jprof.cli.record.PlannedRun;
import dev.jprof.cli.record.ProgramRun;
import dev.jprof.cli.record.RunsFolder;
import dev.jprof.cli.record.RunsPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jprof record-runs}: two programs in turn, several times each, into a folder. */
@Command(
        name = "record-runs",
        header = "Records two programs several times each, to be compared.",
        description = {
            "Runs are made in pairs, one of either side in random order, each in a JVM of its own. CMD is one argument and what"
                    + " 'jprof run' takes: 'java ...', 'app.jar ...', or anything that starts JVMs, whose profiles are added"
                    + " up. Quotes in it hold words together; for what a shell expands write sh -c '...'.",
            "Whatever stops it, the same command goes on; with a larger --runs it adds pairs.",
            "The profiles are DIR/base/01.json, DIR/new/01.json and so on.",
            ""
        },
        customSynopsis = "jprof record-runs --base CMD --new CMD -o DIR [OPTION]...",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class RecordRunsCommand implements Callable<Integer> {
    private static final int MOST_RUNS = 1_000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--base", required = true, paramLabel = "CMD", description = "The program as it was.")
    private String base = "";

    @Option(names = "--new", required = true, paramLabel = "CMD", description = "The program as it is now.")
    private String current = "";

    @Option(
            names = {"-o", "--dir"},
            required = true,
            paramLabel = "DIR",
            description = "The folder for the runs.")
    private Path folder = Path.of("");

    @Option(names = "--runs", paramLabel = "N", description = "How many runs a side (default: 10).")
    private int pairs = 10;

    RecordRunsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (pairs < 1 || pairs > MOST_RUNS) {
            throw wrong("--runs must be from 1 to " + MOST_RUNS + ", not " + pairs);
        }
        AgentOptions options = RecordingOptions.of(spec);
        Target baseTarget = target("--base", base);
        Target newTarget = target("--new", current);
        RunsPlan plan = new RunsPlan(
                base,
                current,
                options.toAgentArgs(),
                ThreadLocalRandom.current().nextLong());
        try (RunsFolder runs = RunsFolder.open(folder, plan)) {
            record(runs, new ProgramRun(runs, baseTarget, newTarget, options));
            long profiles = runs.runs(MOST_RUNS).stream().filter(runs::has).count();
            console.out().write(profiles / 2 + " runs a side are in " + folder + "\n");
        }
        return ExitCodes.FINE;
    }

    private void record(RunsFolder runs, ProgramRun program) throws IOException {
        List<PlannedRun> all = runs.runs(pairs);
        List<PlannedRun> missing = all.stream().filter(run -> !runs.has(run)).toList();
        RunsProgress progress = new RunsProgress(console, all.size(), all.size() - missing.size());
        try {
            for (PlannedRun run : missing) {
                progress.starts(run);
                long startNanos = System.nanoTime();
                program.record(run);
                progress.ended(run, (System.nanoTime() - startNanos) / 1e9);
            }
        } finally {
            progress.stop();
        }
    }

    private Target target(String option, String command) {
        try {
            List<String> words = CommandWords.of(command);
            if (words.isEmpty()) {
                throw wrong(option + ": which program? For example: " + option + " 'java -jar app.jar'");
            }
            return Target.of(words, System.getenv());
        } catch (Target.NotFound | IllegalArgumentException unusable) {
            throw wrong(option + ": " + unusable.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
