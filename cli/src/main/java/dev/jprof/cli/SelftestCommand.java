package dev.jprof.cli;

import dev.jprof.cli.launch.Target;
import dev.jprof.report.io.Json;
import dev.jprof.report.truth.Verdict;
import dev.jprof.report.truth.VerdictText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jprof selftest}: small programs that know the truth about themselves, and how far their profiles are from it. */
@Command(
        name = "selftest",
        header = "Tries on this machine how far profiles are from the truth.",
        description = {
            "Runs small programs that count their calls and read the clock around their work, under the agent, and compares:"
                    + " calls must be exact, shares of time within 3%% (total variation distance), times of methods above"
                    + " 1%% of the run within 5%%. Takes some 15 s. A machine that is busy with other things can fail.",
            "Exit code 0 when all holds, 1 when not, 5 when a program could not be recorded as a whole, as in a heap too small.",
            ""
        },
        customSynopsis = "jprof selftest [OPTION]... [-- JVM-FLAG...]",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class SelftestCommand implements Callable<Integer> {
    private static final List<String> PROGRAMS = List.of(
            "HotMethod",
            "ThousandCuts",
            "Burst",
            "RareSlowCalls",
            "CountedLoop",
            "TickPeriod",
            "Recursion",
            "Exceptions",
            "Threads",
            "Blocking");

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--java",
            paramLabel = "PATH",
            description = "The java executable to try. Without it: that of the PATH, else of JAVA_HOME.")
    @Nullable
    private String java;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            description = "Shorter runs, of which less is known: above 0, at most 1 (default: 1).")
    private double scale = 1;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text or json; without it: text.")
    private String format = "text";

    @Parameters(
            paramLabel = "JVM-FLAG",
            arity = "0..*",
            description = "What the JVM is started with, such as -XX:+UseSerialGC.")
    private List<String> flags = List.of();

    private enum Format {
        TEXT,
        JSON
    }

    SelftestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean text = Choice.of("--format", format, Format.values()) == Format.TEXT;
        if (!(scale > 0 && scale <= 1)) {
            throw new ParameterException(spec.commandLine(), "--scale must be above 0 and at most 1, not " + scale);
        }
        SelftestRun run = new SelftestRun(executable(), flags, scale);
        List<Verdict> verdicts = new ArrayList<>();
        for (String program : PROGRAMS) {
            Verdict verdict = run.verdictOn(program);
            if (text && verdicts.isEmpty()) {
                VerdictText.head(console.out());
            }
            verdicts.add(verdict);
            if (text) {
                VerdictText.row(verdict, console.out());
                console.out().flush();
            }
        }
        if (text) {
            VerdictText.end(verdicts, console.out());
        } else {
            Json.write(console.out(), json -> VerdictText.json(verdicts, json));
            console.out().write('\n');
        }
        if (verdicts.stream().anyMatch(Verdict::fails)) {
            return ExitCodes.REGRESSION;
        }
        return verdicts.stream().allMatch(Verdict::holds) ? ExitCodes.FINE : ExitCodes.UNDECIDED;
    }

    private String executable() {
        if (java == null) {
            return Target.usersJava(System.getenv());
        }
        try {
            return Target.of(List.of(java), System.getenv()).words().get(0);
        } catch (Target.NotFound missing) {
            throw new ParameterException(spec.commandLine(), "--java: " + missing.getMessage());
        }
    }
}
