package dev.jprof.cli;

import dev.jprof.report.export.JsonReport;
import dev.jprof.report.io.Json;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Column;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Tree;
import dev.jprof.report.view.UsageException;
import dev.jprof.report.view.format.Csv;
import dev.jprof.report.view.format.Markdown;
import dev.jprof.report.view.format.TextReport;
import dev.jprof.report.view.format.TextTree;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof tree}: every call path with its share of the time. */
@Command(
        name = "tree",
        header = "Prints the call tree of each thread, dearest calls first.",
        description = {
            "Times, durations and all other columns are measured on each path, not guessed from a method's average.",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class TreeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "profile.json files; several are added up.")
    private List<Path> files = List.of();

    @Option(
            names = "--min",
            paramLabel = "PERCENT",
            description =
                    "Sum up in one line what costs less than this share of the whole; 0 shows all." + " Without it: 1.")
    private double min = 1;

    @Option(
            names = {"-s", "--sort"},
            paramLabel = "KEYS",
            description = {
                "Keys of jprof report, such as p99, by which the calls of each method are sorted; threads stay dearest first.",
                "Without it: cumulative."
            })
    private List<String> keys = List.of();

    @Option(
            names = {"-c", "--columns"},
            paramLabel = "LIST",
            description = {ColumnWords.ALL, "Without it: cumtime,%%total,tottime,ncalls,name" + ColumnWords.SORTED})
    private List<String> columns = List.of();

    @Mixin
    private Cuts cuts = new Cuts();

    @Mixin
    private Times times = new Times();

    @Mixin
    private Printout printout = new Printout();

    TreeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!(min >= 0 && min <= 100)) {
            throw new UsageException("--min " + min + " is no share from 0 to 100 percent");
        }
        SortOrder order = keys.isEmpty() ? Tree.DEAREST : SortOrder.parse(keys, false);
        List<Column> asked = Column.parse(columns);
        printout.numbers();
        printout.spare(files);
        Profile profile = times.of(ProfileReader.readMerged(files), cuts.paths());
        Tree tree = Tree.of(profile, min, order);
        printout.print(console, out -> print(tree, asked, out));
        return ExitCodes.FINE;
    }

    private void print(Tree tree, List<Column> asked, Writer out) throws IOException {
        List<String> scope = cuts.paths().scope();
        switch (printout.layout()) {
            case TEXT -> {
                TextReport report = new TextReport(printout.numbers(), scope, printout.bold(console));
                new TextTree(report, printout.boxes(console)).write(tree, asked, out);
            }
            case CSV -> Csv.write(tree.grid(asked, printout.numbers()), out);
            case MD -> Markdown.write(tree.grid(asked, printout.numbers()), out);
            case JSON -> {
                Json.write(out, json -> new JsonReport(scope).tree(tree, json));
                out.write('\n');
            }
        }
    }
}
