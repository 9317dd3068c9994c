package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.cli.attach.AttachedJvm;
import dev.jprof.cli.launch.Signals;
import dev.jprof.cli.top.PlainTop;
import dev.jprof.cli.top.TopScreen;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jprof top}: what a running program does, second by second. */
@Command(
        name = "top",
        header = "Shows live what a running program calls.",
        description = {
            "The hottest methods, threads or the call tree, over the last second or since the start; ? lists the keys. A"
                    + " program that is not recorded yet is attached to, and gets its own code back at the end. Without a"
                    + " terminal a small table is printed each second.",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class TopCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PID|NAME", description = RunningTarget.DESCRIPTION)
    private String jvm = "";

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            description = "Print N tables, also to a terminal, and end.")
    private @Nullable Integer count;

    @Mixin
    private Times times = new Times();

    TopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (count != null && count < 1) {
            throw new UsageException("--count " + count + " is no number of tables; give 1 or more");
        }
        AgentOptions options = RecordingOptions.of(spec);
        AttachedJvm attached = RunningTarget.of(jvm);
        try (LiveSnapshots live = LiveSnapshots.of(attached, options, times, console)) {
            if (console.terminal() && count == null && !"dumb".equals(System.getenv("TERM"))) {
                for (String line : new TopScreen(live, Terminal.wantsBold()).show()) {
                    console.out().write(Printable.of(line) + "\n");
                }
            } else {
                PlainTop plain = new PlainTop(live, console.out());
                Signals.handle("INT", plain::leave);
                plain.print(count == null ? 0 : count);
            }
        }
        return ExitCodes.FINE;
    }
}
