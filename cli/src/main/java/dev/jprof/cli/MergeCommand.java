package dev.jprof.cli;

import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.io.ProfileWriter;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof merge}: adds profiles up. */
@Command(
        name = "merge",
        header = "Adds profiles up into one.",
        description = {"The order of the files does not matter. Threads of one name become one row.", ""},
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "profile.json files.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The profile to write; *.gz is compressed.")
    private Path output = Path.of("");

    @Override
    public Integer call() throws IOException {
        Profile merged = ProfileReader.readMerged(files);
        SavedFile.write(output, () -> ProfileWriter.write(merged, output));
        return ExitCodes.FINE;
    }
}
