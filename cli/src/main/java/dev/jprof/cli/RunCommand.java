package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.OptionException;
import dev.jprof.cli.launch.ShellPlan;
import dev.jprof.cli.launch.Target;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jprof run}: checks everything, then the launcher becomes the program, or waits for it and prints the table. */
@Command(
        name = "run",
        header = "Runs a program under the agent, which writes its profile.",
        description = {
            "COMMAND is 'java ...', 'app.jar ...' for 'java -jar app.jar ...', or anything that starts JVMs, such as"
                    + " 'mvn test': then each JVM writes a file of its own. The program keeps its arguments, terminal,"
                    + " signals and exit code.",
            ""
        },
        customSynopsis = "jprof run [OPTION]... -- COMMAND [ARGUMENT]...",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    static final String BOTH = "the program runs twice, first sampled, then instrumented";

    /** The words {@code run --plan}, which the launcher puts in front. */
    private static final int FIXED_WORDS = 2;

    /** Exit codes above are of programs that a signal ended. */
    private static final int SIGNALLED = 128;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--plan", hidden = true, description = "Print shell text for the launcher instead of starting.")
    private boolean plan;

    @Option(names = "--report", description = "Print the table when the program has ended, as 'jprof report' does.")
    private boolean report;

    @Option(
            names = {"-s", "--sort"},
            paramLabel = "KEYS",
            description = "Sort keys of the table, as for 'jprof report'; implies --report.")
    private List<String> sort = List.of();

    @Option(
            names = {"-l", "--limit"},
            paramLabel = "SEL",
            description = "Limit of the table, as for 'jprof report', repeatable; implies --report.")
    private List<String> limits = List.of();

    @Parameters(paramLabel = "COMMAND", arity = "0..*", hidden = true)
    private List<String> command = List.of();

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean both = RecordingOptions.wantsBoth(spec);
        AgentOptions options = both ? RecordingOptions.instrumented(spec) : RecordingOptions.of(spec);
        checkTable();
        if (command.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "which program? For example: jprof run -- java -jar app.jar");
        }
        try {
            Target target = Target.of(command, System.getenv());
            Recording recording = new Recording(target, options);
            if (plan) {
                return plan(target, recording.jvmOptions(), both || wantsTable());
            }
            return both ? runBoth(target, recording) : run(recording);
        } catch (Target.NotFound missing) {
            console.complain("jprof run: " + missing.getMessage());
            return missing.exitCode();
        } catch (OptionException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    private int plan(Target target, List<String> jvmOptions, boolean stay) throws IOException {
        int drop = spec.commandLine().getParseResult().originalArgs().size() - FIXED_WORDS - command.size();
        console.out().write(stay ? ShellPlan.stay() : ShellPlan.become(target, drop, jvmOptions));
        return ExitCodes.FINE;
    }

    private int run(Recording recording) throws IOException {
        int exitCode = recording.run();
        if (wantsTable()) {
            recording.report(console, tableArguments());
        }
        return exitCode;
    }

    /** First without probes, then with them: that run is the one whose exit code counts. */
    private int runBoth(Target target, Recording instrumented) throws IOException, OptionException {
        Recording sampled = new Recording(target, RecordingOptions.sampled(spec));
        console.complain("jprof: first run, sampled without probes");
        int endOfFirst = sampled.run();
        if (endOfFirst > SIGNALLED) {
            return endOfFirst;
        }
        console.complain("jprof: second run, instrumented");
        int exitCode = run(instrumented);
        instrumented.judge(console, sampled);
        return exitCode;
    }

    /** So that a long run does not end in a complaint. */
    private void checkTable() {
        SortOrder.parse(sort, false);
        limits.forEach(Restriction::parse);
    }

    private boolean wantsTable() {
        return report || !sort.isEmpty() || !limits.isEmpty();
    }

    private List<String> tableArguments() {
        List<String> arguments = new ArrayList<>();
        sort.forEach(keys -> arguments.addAll(List.of("--sort", keys)));
        limits.forEach(limit -> arguments.addAll(List.of("--limit", limit)));
        return arguments;
    }
}
