package dev.jprof.cli;

import dev.jprof.report.foreign.ForeignFile;
import dev.jprof.report.foreign.Kind;
import dev.jprof.report.io.ProfileWriter;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof import}: a file of another tool becomes a profile. */
@Command(
        name = "import",
        header = "Makes a profile of a JFR recording, collapsed stacks or pprof.",
        description = {
            "Reads recordings of JDK Flight Recorder and async-profiler (.jfr), collapsed stacks (lines of 'a;b;c 12', as"
                    + " async-profiler, perf and py-spy write) and pprof, gzip-compressed or not. What comes out is a sampled profile:"
                    + " it has samples in place of calls, and all other verbs read it.",
            ""
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(paramLabel = "FILE", description = "The file to import; - is standard input.")
    private Path file = STANDARD_INPUT;

    @Option(
            names = {"-o", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The profile to write; *.gz is compressed.")
    private Path output = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "KIND",
            description = "jfr, collapsed or pprof. Without it the first bytes of the file tell.")
    private String kind = "";

    @Override
    public Integer call() throws IOException {
        SavedFile.spare(List.of(file), output);
        Optional<Kind> asked =
                kind.isEmpty() ? Optional.empty() : Optional.of(Choice.of("--from", kind, Kind.values()));
        Profile profile = file.equals(STANDARD_INPUT)
                ? ForeignFile.read(Path.of("standard input"), System.in, asked)
                : ForeignFile.read(file, asked);
        SavedFile.write(output, () -> ProfileWriter.write(profile, output));
        return ExitCodes.FINE;
    }
}
