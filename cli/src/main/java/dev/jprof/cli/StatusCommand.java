package dev.jprof.cli;

import dev.jprof.cli.attach.AttachedJvm;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jprof status}: what is recorded in a running program. */
@Command(
        name = "status",
        header = "Shows what is recorded in a running program.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PID|NAME", description = RunningTarget.DESCRIPTION)
    private String jvm = "";

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        AttachedJvm attached = RunningTarget.of(jvm);
        console.out().write(JvmLines.status(attached.pid(), attached.status()));
        return ExitCodes.FINE;
    }
}
