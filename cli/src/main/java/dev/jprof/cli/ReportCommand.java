package dev.jprof.cli;

import dev.jprof.report.export.JsonReport;
import dev.jprof.report.export.PstatsSource;
import dev.jprof.report.export.PstatsTable;
import dev.jprof.report.export.PstatsText;
import dev.jprof.report.io.Json;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Column;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.PathCuts;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Table;
import dev.jprof.report.view.format.Csv;
import dev.jprof.report.view.format.Markdown;
import dev.jprof.report.view.format.TextReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof report}: the method table. */
@Command(
        name = "report",
        header = "Prints the table of methods: calls, self time, total time.",
        description = {
            "ncalls is n/m where m of n calls were not recursive. tottime is the time in the method itself, cumtime that"
                    + " with everything it called; each percall is the one before it per call, the second one per"
                    + " call that was not recursive. Several files are added up.",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "profile.json files.")
    private List<Path> files = List.of();

    @Mixin
    private Listing listing = new Listing();

    @Mixin
    private Cuts cuts = new Cuts();

    @Mixin
    private Times times = new Times();

    @Option(
            names = {"-b", "--by"},
            paramLabel = "WHAT",
            description = "What a row is: method, class, package or thread. Without it: method.")
    private String by = "method";

    @Option(
            names = {"-c", "--columns"},
            paramLabel = "LIST",
            description = {
                ColumnWords.ALL,
                "Without it: ncalls,tottime,percall,cumtime,cumpercall,name" + ColumnWords.SORTED
            })
    private List<String> columns = List.of();

    @Mixin
    private Style style = new Style();

    @Mixin
    private Printout printout = new Printout();

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        printout.spare(files);
        List<Restriction> restrictions = listing.restrictions();
        SortOrder order = style.isPstats() ? listing.asked() : listing.order();
        if (style.isPstats()) {
            style.check(printout, order, !columns.isEmpty(), !by.equals("method"));
            PstatsTable table = pstatsTable();
            List<String> sources = sources();
            printout.print(
                    console,
                    out -> style.print(
                            printout.onTerminal(console),
                            out,
                            text -> new PstatsText(table, order, restrictions, text).stats(sources)));
        } else {
            List<Column> asked = Column.parse(columns);
            Grouping grouping = Choice.of("--by", by, Grouping.values());
            printout.numbers();
            Profile profile = times.of(ProfileReader.readMerged(files), cuts.paths());
            Table table = Table.of(profile, grouping, order, restrictions);
            printout.print(console, out -> print(table, table.columns(asked), out));
        }
        return ExitCodes.FINE;
    }

    private void print(Table table, List<Column> shown, Writer out) throws IOException {
        List<String> scope = cuts.paths().scope();
        switch (printout.layout()) {
            case TEXT -> new TextReport(printout.numbers(), scope, printout.bold(console)).table(table, shown, out);
            case CSV -> Csv.write(table.grid(shown, printout.numbers()), out);
            case MD -> Markdown.write(table.grid(shown, printout.numbers()), out);
            case JSON -> {
                Json.write(out, json -> new JsonReport(scope).table(table, json));
                out.write('\n');
            }
        }
    }

    private PstatsTable pstatsTable() throws IOException {
        PathCuts paths = cuts.paths();
        List<Profile> profiles = new ArrayList<>();
        for (Path file : files) {
            profiles.add(times.of(ProfileReader.read(file), paths));
        }
        return PstatsTable.of(profiles);
    }

    private List<String> sources() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.add(PstatsSource.line(Files.getLastModifiedTime(file), file.toString()));
        }
        return PstatsSource.ordered(lines);
    }
}
