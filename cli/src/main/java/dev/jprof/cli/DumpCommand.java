package dev.jprof.cli;

import dev.jprof.cli.attach.AttachedJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof dump}: a snapshot of a recording that goes on. */
@Command(
        name = "dump",
        header = "Writes what a running program recorded so far.",
        description = {"The recording goes on: one by 'jprof attach', or since the program's start.", ""},
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DumpCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PID|NAME", description = RunningTarget.DESCRIPTION)
    private String jvm = "";

    @Option(
            names = {"-o", "--file"},
            paramLabel = "FILE",
            description = "The profile to write, *.gz is compressed (default: profile.json).")
    private Path output = Path.of("profile.json");

    DumpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        AttachedJvm attached = RunningTarget.of(jvm);
        SavedFile.write(output, () -> attached.dump(output));
        console.out().write(output + "\n");
        return ExitCodes.FINE;
    }
}
