package dev.jprof.cli;

import dev.jprof.report.export.Exporter;
import dev.jprof.report.export.PstatsExporter;
import dev.jprof.report.foreign.CollapsedWriter;
import dev.jprof.report.io.OutputFile;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof export}: a profile in the format of another tool. */
@Command(
        name = "export",
        header = "Writes a profile in the format of another tool.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final List<Metric> OF_CALLS =
            List.of(Metric.SELF, Metric.CALLS, Metric.ERRORS, Metric.WAITING, Metric.ALLOC);

    private enum Format {
        PSTATS,
        COLLAPSED
    }

    @Parameters(paramLabel = "FILE", description = "A profile.json file.")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description =
                    "pstats: for python -m pstats, snakeviz, tuna and gprof2dot. collapsed: lines of 'a;b;c 12' for"
                            + " flamegraph.pl, inferno and speedscope.")
    private String format = "";

    @Option(
            names = {"-o", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write.")
    private Path output = Path.of("");

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description =
                    "The number at the end of a collapsed line: self (ns, the default), calls, errors, waiting (ns) or alloc"
                            + " (bytes); of a sampled profile samples (the default) or another metric that it has, such as sampled"
                            + " (ns) or allocated.")
    private String metric = "";

    @Option(
            names = "--raw",
            description =
                    "Times as measured. Without it what probes cost is taken out of them and stands in a row [probes].")
    private boolean raw;

    @Override
    public Integer call() throws IOException {
        SavedFile.spare(List.of(file), output);
        Exporter exporter = Choice.of("--to", format, Format.values()) == Format.PSTATS ? pstats() : this::collapsed;
        Profile read = ProfileReader.read(file);
        Profile profile = Correction.withProbesRow(raw ? Correction.raw(read) : Correction.corrected(read));
        SavedFile.write(output, () -> OutputFile.write(output, out -> exporter.write(profile, out)));
        return ExitCodes.FINE;
    }

    private Exporter pstats() {
        if (!metric.isEmpty()) {
            throw new UsageException("--metric is for --to collapsed; pstats has calls and times");
        }
        return new PstatsExporter();
    }

    private void collapsed(Profile profile, OutputStream out) throws IOException {
        Metric chosen = chosen(profile.tree());
        if (!CollapsedWriter.write(profile, chosen, out)) {
            throw new UsageException(file + " has no " + chosen.name() + " to export; choose another --metric");
        }
    }

    private Metric chosen(CallTree tree) {
        if (metric.isEmpty()) {
            boolean samples = tree.isSampled()
                    && LongStream.of(tree.column(Metric.SAMPLES)).anyMatch(count -> count > 0);
            return samples ? Metric.SAMPLES : tree.weight();
        }
        List<Metric> known = tree.isSampled() ? List.copyOf(tree.columns().keySet()) : OF_CALLS;
        return known.stream()
                .filter(candidate -> candidate.name().equals(metric))
                .findFirst()
                .orElseThrow(() -> Choice.unknown(
                        "--metric", metric, known.stream().map(Metric::name).toList()));
    }
}
