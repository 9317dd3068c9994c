package dev.jprof.cli;

import dev.jprof.report.check.BaselineFolder;
import dev.jprof.report.io.RunFiles;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof accept}: what runs cost from now on is what later ones are compared with. */
@Command(
        name = "accept",
        header = "Adds runs to the folder that later runs are checked against.",
        description = {
            "The profiles are copied under the next free numbers. jprof check --base takes the newest of the folder.",
            ""
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class AcceptCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "RUNS",
            arity = "1..*",
            description = "Profiles, patterns in quotes, or folders of profiles.")
    private List<String> runs = List.of();

    @Option(
            names = "--base",
            required = true,
            paramLabel = "FOLDER",
            description = "The folder; made if it is not there.")
    private Path folder = Path.of("");

    AcceptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (folder.toString().isEmpty()) {
            throw new UsageException("--base is empty; name a folder that runs can be added to");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException("--base " + folder + " is a file; name a folder that runs can be added to");
        }
        for (Path written : BaselineFolder.add(folder, RunFiles.of(runs))) {
            console.out().write("accepted as " + Printable.of(written.toString()) + "\n");
        }
        return ExitCodes.FINE;
    }
}
