package dev.jprof.cli;

import dev.jprof.cli.attach.AttachedJvm;
import dev.jprof.cli.attach.JvmStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof stop}: the end of a recording in a program that goes on. */
@Command(
        name = "stop",
        header = "Ends a recording and removes its probes.",
        description = {
            "The profile is written, then all classes get their own code back. The program goes on without probes.",
            ""
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PID|NAME", description = RunningTarget.DESCRIPTION)
    private String jvm = "";

    @Option(
            names = {"-o", "--file"},
            paramLabel = "FILE",
            description = "The profile to write, *.gz is compressed (default: what 'jprof attach' was given).")
    private @Nullable Path output;

    StopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        AttachedJvm attached = RunningTarget.of(jvm);
        Path file = output;
        if (file == null) {
            JvmStatus status = attached.stop();
            console.out().write(status.text("file") + "\n");
        } else {
            SavedFile.write(file, () -> attached.stop(file));
            console.out().write(file + "\n");
        }
        return ExitCodes.FINE;
    }
}
