package dev.jprof.cli;

import dev.jprof.cli.attach.JvmStatus;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jprof retarget}: other classes in a recording that goes on. */
@Command(
        name = "retarget",
        header = "Changes which classes of a running program are profiled.",
        description = {"What was recorded is kept. Of --include and --exclude, one that is left out stays as it is.", ""
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class RetargetCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PID|NAME", description = RunningTarget.DESCRIPTION)
    private String jvm = "";

    @Option(names = "--include", paramLabel = "PATTERNS", description = "Classes to profile from now on.")
    private @Nullable String include;

    @Option(names = "--exclude", paramLabel = "PATTERNS", description = "Classes to leave alone; wins over --include.")
    private @Nullable String exclude;

    RetargetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> patterns = new HashMap<>();
        if (include != null) {
            patterns.put("include", include);
        }
        if (exclude != null) {
            patterns.put("exclude", exclude);
        }
        if (patterns.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "which classes? For example: jprof retarget 4242 --include 'com.acme.*'");
        }
        JvmStatus status = RunningTarget.of(jvm).retarget(patterns);
        console.out().write(JvmLines.instrumented(status) + "\n");
        return ExitCodes.FINE;
    }
}
