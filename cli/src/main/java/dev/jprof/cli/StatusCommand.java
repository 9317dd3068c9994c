package dev.jprof.cli;

import dev.jprof.cli.attach.AttachedJvm;
import dev.jprof.cli.attach.JvmStatus;
import dev.jprof.report.io.Json;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof status}: what is recorded in a running program. */
@Command(
        name = "status",
        header = "Shows what is recorded in a running program.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private enum Format {
        TEXT,
        JSON
    }

    private final Console console;

    @Parameters(paramLabel = "PID|NAME", description = RunningTarget.DESCRIPTION)
    private String jvm = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text or json; without it: text.")
    private String format = "text";

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean text = Choice.of("--format", format, Format.values()) == Format.TEXT;
        AttachedJvm attached = RunningTarget.of(jvm);
        JvmStatus status = attached.status();
        if (text) {
            console.out().write(JvmLines.status(attached.pid(), status));
        } else {
            Json.write(console.out(), json -> StatusJson.write(attached.pid(), status, json));
            console.out().write('\n');
        }
        return ExitCodes.FINE;
    }
}
