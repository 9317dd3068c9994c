package dev.jprof.cli;

import dev.jprof.report.io.Json;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.referee.Referee;
import dev.jprof.report.referee.RefereeText;
import dev.jprof.report.view.PathCuts;
import dev.jprof.report.view.format.Csv;
import dev.jprof.report.view.format.Markdown;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof referee}: a sampled run judges an instrumented one. */
@Command(
        name = "referee",
        header = "Says of which methods the probes distort the share, by a sampled run without probes.",
        description = {
            "probes is a method's share of self time without waiting, sampled its share of the samples; both count what"
                    + " is not instrumented in the method that called it. '!' marks shares that the samples contradict,"
                    + " allowing for the number of methods. 'jprof run --mode both' makes both profiles.",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class RefereeCommand implements Callable<Integer> {
    private static final int USUAL_ROWS = 20;

    private final Console console;

    @Parameters(index = "0", paramLabel = "PROFILE", description = "Profile of an instrumented run.")
    private Path profile = Path.of("");

    @Parameters(index = "1", paramLabel = "SAMPLED", description = "Profile of a sampled run of the same program.")
    private Path sampled = Path.of("");

    @Option(
            names = {"-l", "--limit"},
            paramLabel = "ROWS",
            description = "How many methods, marked ones first. Without it: " + USUAL_ROWS + ".")
    private int limit = USUAL_ROWS;

    @Mixin
    private Times times = new Times();

    @Mixin
    private Printout printout = new Printout();

    RefereeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        printout.spare(List.of(profile, sampled));
        PathCuts whole = new PathCuts(List.of(), List.of(), List.of(), List.of());
        Referee referee =
                Referee.of(times.withoutProbesRow(ProfileReader.read(profile), whole), ProfileReader.read(sampled));
        RefereeText table = new RefereeText(referee, Math.max(0, limit), printout.bold(console));
        printout.print(console, out -> print(table, out));
        return ExitCodes.FINE;
    }

    private void print(RefereeText table, Writer out) throws IOException {
        switch (printout.layout()) {
            case TEXT -> table.text(out);
            case CSV -> Csv.write(table.grid(), out);
            case MD -> Markdown.write(table.grid(), out);
            case JSON -> {
                Json.write(out, table::json);
                out.write('\n');
            }
        }
    }
}
