package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.Option;
import dev.jprof.agent.options.OptionException;
import dev.jprof.cli.attach.AttachedJvm;
import dev.jprof.cli.attach.JvmStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jprof attach}: begins a recording in a JVM that runs already, and ends it when a duration was given. */
@Command(
        name = "attach",
        header = "Profiles a program that is running already.",
        description = {
            "The agent is loaded into the JVM, and its classes get probes, a few at a time. Calls are counted from the next one"
                    + " on. 'jprof stop' writes the profile and gives the classes their own code back; with -d this happens"
                    + " after that time. With --mode sample no class gets probes: stacks are looked at.",
            ""
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class AttachCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PID|NAME", description = RunningTarget.DESCRIPTION)
    private String jvm = "";

    AttachCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        AgentOptions options = RecordingOptions.of(spec);
        Path file = Path.of(options.file()).toAbsolutePath();
        AttachedJvm attached = RunningTarget.of(jvm);
        JvmStatus status = attached.attach(forTheAgent(options, file).toAgentArgs());
        if (!status.text("note").isEmpty()) {
            console.complain("jprof: " + status.text("note"));
        }
        console.out().write(JvmLines.attached(attached.pid(), status));
        if (options.durationMillis() > 0) {
            console.out().flush();
            Path filled = Path.of(status.text("file"));
            new TimedRecording(console, attached, filled).run(options.delayMillis() + options.durationMillis());
            console.out().write(filled + "\n");
        }
        return ExitCodes.FINE;
    }

    /** The end after a time is this command's business, and the agent's current folder may be another one. */
    private AgentOptions forTheAgent(AgentOptions options, Path file) {
        try {
            return options.with(Option.FILE, file.toString()).with(Option.DURATION, "0");
        } catch (OptionException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }
}
