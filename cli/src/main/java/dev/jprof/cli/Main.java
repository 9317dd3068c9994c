package dev.jprof.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entry of the {@code jprof} command: arguments and two streams in, an exit code out. */
public final class Main {
    /** In the order of {@code jprof --help}. */
    private static final List<String> VERBS = List.of(
            "run",
            "demo",
            "attach",
            "status",
            "dump",
            "retarget",
            "stop",
            "top",
            "report",
            "callers",
            "callees",
            "tree",
            "shell",
            "html",
            "serve",
            "diff",
            "referee",
            "merge",
            "check",
            "accept",
            "export",
            "import",
            "record-runs",
            "ps",
            "doctor",
            "selftest",
            "agent-jar",
            "api-jar",
            "completion");

    private final Console console;

    private Main(Console console) {
        this.console = console;
    }

    public static void main(String[] args) {
        boolean terminal = Terminal.isStandardOutput();
        System.exit(run(
                args, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), terminal));
    }

    /** Runs one command as if neither stream were a terminal. */
    public static int run(String[] args, OutputStream out, OutputStream err) {
        return run(args, out, err, false);
    }

    private static int run(String[] args, OutputStream out, OutputStream err, boolean terminal) {
        return run(Console.of(out, err, terminal), List.of(args));
    }

    /** Runs one command for another one. */
    static int run(Console console, List<String> args) {
        Failures failures = new Failures(console);
        try {
            int code = new Main(console).execute(args.toArray(new String[0]), failures);
            return flushed(console, code, failures);
        } catch (IOException unwritable) {
            return failures.output(unwritable);
        } catch (RuntimeException | Error defect) {
            return failures.internal(defect);
        }
    }

    /** What a command ended with is not lost with its output, unless all was fine. */
    private static int flushed(Console console, int code, Failures failures) {
        try {
            console.out().flush();
            return code;
        } catch (IOException unwritable) {
            int failed = failures.output(unwritable);
            return code == ExitCodes.FINE ? failed : code;
        }
    }

    private int execute(String[] args, Failures failures) throws IOException {
        String verb = args.length == 0 ? "--help" : args[0];
        if (!verb.equals("help") && isUnknown(verb)) {
            return failures.unknownVerb(verb, VERBS);
        }
        if (verb.equals("help") && args.length > 1 && isUnknown(args[1])) {
            return failures.unknownVerb(args[1], VERBS);
        }
        String[] words = args.length == 0 ? new String[] {"--help"} : args;
        CommandLine line = commandLine(words);
        // A verb's own arguments may begin with @, as those of java do.
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(console.out()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi()));
        line.setParameterExceptionHandler(failures::usage);
        line.setExecutionExceptionHandler(failures::execution);
        return line.execute(words);
    }

    private static boolean isUnknown(String word) {
        return !word.startsWith("-") && !VERBS.contains(word);
    }

    /** Makes the one verb that is asked for: picocli's reflection over all of them costs more than a small report. */
    private CommandLine commandLine(String[] args) {
        CommandLine line = new CommandLine(new Jprof());
        List<String> wanted = VERBS.contains(args[0]) ? List.of(args[0]) : VERBS;
        line.addSubcommand("help", new CommandLine.HelpCommand());
        wanted.forEach(verb -> line.addSubcommand(verb, command(verb)));
        line.getSubcommands().values().forEach(verb -> verb.getCommandSpec().versionProvider(new Jprof.Version()));
        return line;
    }

    /** The command with all of its verbs. */
    static CommandLine whole(Console console) {
        return new Main(console).commandLine(new String[] {"--help"});
    }

    private Ansi ansi() {
        return console.terminal() && Terminal.wantsBold() ? Ansi.ON : Ansi.OFF;
    }

    private Object command(String verb) {
        return switch (verb) {
            case "run" ->
                RecordingOptions.addWithBothTo(new RunCommand(console), RunCommand.BOTH)
                        .setStopAtPositional(true);
            case "demo" -> RecordingOptions.addTo(new DemoCommand(console));
            case "attach" -> RecordingOptions.addWithBothTo(new AttachCommand(console), AttachCommand.BOTH);
            case "status" -> new StatusCommand(console);
            case "dump" -> new DumpCommand(console);
            case "retarget" -> new RetargetCommand(console);
            case "stop" -> new StopCommand(console);
            case "top" -> RecordingOptions.addAllButFileTo(new TopCommand(console));
            case "report" -> new ReportCommand(console);
            case "callers" -> new CallersCommand(console);
            case "callees" -> new CalleesCommand(console);
            case "tree" -> new TreeCommand(console);
            case "shell" -> new ShellCommand(console, System.in);
            case "html" -> new HtmlCommand(console);
            case "serve" -> new ServeCommand(console);
            case "diff" -> new DiffCommand(console);
            case "referee" -> new RefereeCommand(console);
            case "merge" -> new MergeCommand();
            case "check" -> new CheckCommand(console);
            case "accept" -> new AcceptCommand(console);
            case "export" -> new ExportCommand();
            case "import" -> new ImportCommand();
            case "record-runs" -> RecordingOptions.addAllButFileTo(new RecordRunsCommand(console));
            case "ps" -> new PsCommand(console);
            case "doctor" -> new DoctorCommand(console);
            case "selftest" -> new SelftestCommand(console);
            case "agent-jar" -> new AgentJarCommand(console);
            case "api-jar" -> new ApiJarCommand(console);
            case "completion" -> new CompletionCommand(console);
            default -> throw new IllegalArgumentException(verb);
        };
    }
}
