package dev.jprof.cli;

import dev.jprof.report.export.Exporter;
import dev.jprof.report.export.PstatsExporter;
import dev.jprof.report.io.OutputFile;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof export}: a profile in the format of another tool. */
@Command(
        name = "export",
        header = "Writes a profile in the format of another tool.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A profile.json file.")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = "pstats: for python -m pstats, snakeviz, tuna and gprof2dot.")
    private String format = "";

    @Option(
            names = {"-o", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write.")
    private Path output = Path.of("");

    @Mixin
    private Times times = new Times();

    @Override
    public Integer call() throws IOException {
        Exporter exporter = exporter();
        Profile profile = times.of(ProfileReader.read(file));
        SavedFile.write(output, () -> OutputFile.write(output, out -> exporter.write(profile, out)));
        return ExitCodes.FINE;
    }

    private Exporter exporter() {
        if (format.equals("pstats")) {
            return new PstatsExporter();
        }
        throw Choice.unknown("--to", format, List.of("pstats"));
    }
}
