package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.OptionException;
import dev.jprof.cli.launch.ExamplesJar;
import dev.jprof.cli.launch.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jprof demo}: the slow example under the agent, its table, and what to type next. */
@Command(
        name = "demo",
        header = "Runs a slow example under the agent and prints its table.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String EXAMPLE = "dev.jprof.examples.SlowSystems";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            description = "Shrink the example: above 0, at most 1 (default: 1).")
    private double scale = 1;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        AgentOptions options = RecordingOptions.of(spec);
        if (!(scale > 0 && scale <= 1)) {
            throw new ParameterException(spec.commandLine(), "--scale must be above 0 and at most 1, not " + scale);
        }
        try {
            Target target = Target.of(command(), System.getenv());
            return run(new Recording(target, options));
        } catch (Target.NotFound | OptionException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    private int run(Recording recording) throws IOException {
        int exitCode = recording.run();
        List<Path> profiles = recording.report(console, List.of("--sort", "cumtime"));
        if (profiles.isEmpty()) {
            return exitCode;
        }
        console.out().write(nextSteps(profiles.get(0)));
        return exitCode;
    }

    private static String nextSteps(Path profile) {
        String jprof = Files.isExecutable(Path.of("jprof")) ? "./jprof" : "jprof";
        boolean here = Path.of("").toAbsolutePath().equals(profile.getParent());
        String name = (here ? profile.getFileName() : profile).toString();
        return """

                The profile is in %1$s

                What to try next:
                  %2$s report %3$s --sort tottime --limit 5
                  %2$s callers %3$s simulateTinyOp
                  %2$s tree %3$s
                  %2$s run --report -- java -jar your-app.jar
                """.formatted(profile, jprof, name);
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Target.ownJava(), "-cp", ExamplesJar.find().toString(), EXAMPLE));
        if (scale != 1) {
            command.addAll(List.of("--scale", Double.toString(scale)));
        }
        return command;
    }
}
