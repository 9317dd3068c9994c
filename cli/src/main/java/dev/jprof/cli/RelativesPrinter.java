package dev.jprof.cli;

import dev.jprof.report.export.JsonReport;
import dev.jprof.report.export.PstatsTable;
import dev.jprof.report.export.PstatsText;
import dev.jprof.report.io.Json;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Column;
import dev.jprof.report.view.Direction;
import dev.jprof.report.view.PythonRegex;
import dev.jprof.report.view.Relatives;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.format.Csv;
import dev.jprof.report.view.format.Markdown;
import dev.jprof.report.view.format.TextReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code callers} and {@code callees} share: all but the direction. */
final class RelativesPrinter {
    @Parameters(index = "0", paramLabel = "FILE", description = "A profile.json file.")
    private Path file = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "REGEX",
            description = "Found in the printed names of the methods asked about.")
    private String regex = "";

    @Mixin
    private Listing listing = new Listing();

    @Mixin
    private Cuts cuts = new Cuts();

    @Mixin
    private Times times = new Times();

    @Option(
            names = {"-c", "--columns"},
            paramLabel = "LIST",
            description = {
                ColumnWords.ALL,
                "Without it: ncalls,tottime,percall,cumtime,cumpercall,name, in csv and md name,ncalls,pcalls,tottime,cumtime"
                        + ColumnWords.SORTED
            })
    private List<String> columns = List.of();

    @Mixin
    private Style style = new Style();

    @Mixin
    private Printout printout = new Printout();

    int print(Direction direction, Console console) throws IOException {
        List<Restriction> limits = listing.restrictions();
        SortOrder order = style.isPstats() ? listing.asked() : listing.order();
        List<Restriction> restrictions = new ArrayList<>();
        restrictions.add(new Restriction.Matching(regex, PythonRegex.compile(regex)));
        List<Column> asked = Column.parse(columns);
        printout.numbers();
        printout.spare(List.of(file));
        if (style.isPstats()) {
            style.check(printout, order, !columns.isEmpty(), false);
        }
        Profile profile = times.of(ProfileReader.read(file), cuts.paths());
        if (style.isPstats()) {
            restrictions.addAll(limits);
            PstatsTable table = PstatsTable.of(List.of(profile));
            printout.print(
                    console,
                    out -> style.print(
                            printout.onTerminal(console),
                            out,
                            text -> new PstatsText(table, order, restrictions, text).relatives(direction)));
        } else {
            Relatives relatives = Relatives.of(profile, direction, restrictions, order, limits);
            printout.print(console, out -> print(relatives, asked, console, out));
        }
        return ExitCodes.FINE;
    }

    private void print(Relatives relatives, List<Column> asked, Console console, Writer out) throws IOException {
        List<String> scope = cuts.paths().scope();
        switch (printout.layout()) {
            case TEXT ->
                new TextReport(printout.numbers(), scope, printout.bold(console)).relatives(relatives, asked, out);
            case CSV -> Csv.write(relatives.grid(asked, printout.numbers()), out);
            case MD -> Markdown.write(relatives.grid(asked, printout.numbers()), out);
            case JSON -> {
                Json.write(out, json -> new JsonReport(scope).relatives(relatives, json));
                out.write('\n');
            }
        }
    }
}
