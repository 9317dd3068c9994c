package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.FileName;
import dev.jprof.agent.options.Option;
import dev.jprof.agent.options.OptionException;
import dev.jprof.cli.attach.AttachedJvm;
import dev.jprof.cli.attach.JvmStatus;
import dev.jprof.cli.launch.ProfileFiles;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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
    static final String BOTH =
            "phases with probes and phases that are sampled without take turns for the time that -d says";

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
        if (RecordingOptions.wantsBoth(spec)) {
            return both();
        }
        AgentOptions options = RecordingOptions.of(spec);
        Path file = ProfileFiles.absolute(options.file());
        AttachedJvm attached = RunningTarget.of(jvm);
        if (options.durationMillis() > 0) {
            SavedFile.check(filled(file, attached.pid()));
        }
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

    private int both() throws IOException {
        AgentOptions instrumented = RecordingOptions.instrumented(spec);
        AgentOptions sampled = RecordingOptions.sampled(spec);
        if (instrumented.durationMillis() == 0) {
            throw new UsageException("--mode both takes turns for a time: give it, for example -d 30");
        }
        if (instrumented.delayMillis() > 0 || instrumented.everyMillis() > 0) {
            throw new UsageException("--delay and --every mean nothing with --mode both; leave them out");
        }
        AttachedJvm attached = RunningTarget.of(jvm);
        instrumented = filled(instrumented, attached.pid());
        sampled = filled(sampled, attached.pid());
        SavedFile.check(Path.of(instrumented.file()));
        Phases phases = Phases.of(instrumented.durationMillis(), new Random());
        console.complain("jprof: attaching to " + attached.pid() + " for " + phases);
        if (!new Alternation(console, attached, phases, instrumented, sampled).run()) {
            console.complain("jprof attach: nothing is compared, since that takes profiles of both kinds");
            return ExitCodes.UNDECIDED;
        }
        return Main.run(console, List.of("referee", instrumented.file(), sampled.file()));
    }

    private AgentOptions filled(AgentOptions options, long pid) {
        return with(options, Option.FILE, filled(Path.of(options.file()), pid).toString());
    }

    private static Path filled(Path file, long pid) {
        return Path.of(FileName.fill(file.toString(), pid, System.currentTimeMillis()))
                .toAbsolutePath();
    }

    private AgentOptions with(AgentOptions options, Option option, String value) {
        try {
            return options.with(option, value);
        } catch (OptionException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    /** The end after a time is this command's business, and the agent's current folder may be another one. */
    private AgentOptions forTheAgent(AgentOptions options, Path file) {
        AgentOptions changed = with(with(options, Option.FILE, file.toString()), Option.DURATION, "0");
        return options.libraryPath().isEmpty()
                ? changed
                : with(
                        changed,
                        Option.LIBPATH,
                        Path.of(options.libraryPath()).toAbsolutePath().toString());
    }
}
