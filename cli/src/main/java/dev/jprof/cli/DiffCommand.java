package dev.jprof.cli;

import dev.jprof.report.compare.Diff;
import dev.jprof.report.compare.DiffOrder;
import dev.jprof.report.compare.Run;
import dev.jprof.report.compare.Sides;
import dev.jprof.report.compare.format.DiffHead;
import dev.jprof.report.compare.format.DiffJson;
import dev.jprof.report.compare.format.DiffText;
import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.io.Json;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.io.RunFiles;
import dev.jprof.report.match.Comparability;
import dev.jprof.report.match.Comparability.Difference;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof diff}: what moved between profiles, and why. */
@Command(
        name = "diff",
        header = "Says which methods and paths became slower or are called more, and why.",
        description = {
            "Give one profile a side (BASE NEW), or several runs a side with --base and --new: then medians are compared."
                    + " Methods are the same when their names are, apart from generated numbers, wherever their lines"
                    + " have moved. Exit code 2: the profiles can't be compared.",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "BASE NEW", arity = "0..2", description = "Two profile.json files.")
    private List<String> pair = List.of();

    @Option(
            names = "--base",
            paramLabel = "FILES",
            description = "Runs of the base: a file, a folder or a pattern such as 'runs/base-*.json'; repeatable.")
    private List<String> base = List.of();

    @Option(names = "--new", paramLabel = "FILES", description = "Runs of what is compared with it, likewise.")
    private List<String> current = List.of();

    @Option(
            names = {"-s", "--sort"},
            paramLabel = "KEY",
            description = "What moved most is first, in: cause (what begins in a method itself or in how often it calls"
                    + " others), cumulative (cumtime), time (tottime), calls (ncalls), or name. Without it: cause.")
    private String sort = "";

    @Option(
            names = {"-l", "--limit"},
            paramLabel = "SEL",
            description = "How many rows (10), which share of them (0.1) or those whose name a regular expression is"
                    + " found in; repeated limits apply from left to right. Without it: 20.")
    private List<String> limits = List.of("20");

    @Option(
            names = "--counts",
            description = "Compare calls only: the machine and the clock need not be the same then.")
    private boolean counts;

    @Option(names = "--force", description = "Compare what should not be compared, with the reason on top.")
    private boolean force;

    @Mixin
    private Cuts cuts = new Cuts();

    @Mixin
    private Times times = new Times();

    @Mixin
    private DiffForm form = new DiffForm();

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<String> baseWords = words(base, 0);
        List<String> currentWords = words(current, 1);
        DiffOrder order = DiffOrder.parse(sort.isEmpty() ? counts ? "calls" : "cause" : sort);
        List<Restriction> restrictions = limits.stream().map(Restriction::parse).toList();
        DiffFormat format = form.format();
        form.numbers();
        List<Path> baseFiles = RunFiles.of(baseWords);
        List<Path> currentFiles = RunFiles.of(currentWords);
        form.spare(baseFiles);
        form.spare(currentFiles);
        Sides sides = read(baseFiles, currentFiles);
        DiffHead head = new DiffHead(
                title(baseWords),
                title(currentWords),
                checked(sides, counts, force),
                sides.overflowed(),
                sides.unprobed(),
                sides.otherNames(),
                counts);
        if (format == DiffFormat.HTML) {
            Path newFile = currentFiles.get(sides.middleOfCurrent());
            Path oldFile = baseFiles.get(sides.middleOfBase());
            Titles titles = Titles.of(newFile, oldFile);
            HtmlPage page = HtmlPage.of(read(newFile), titles.current(), read(oldFile), titles.base());
            form.save(console, page::write);
        } else {
            Diff diff = Diff.of(sides, order, restrictions, counts);
            form.print(console, out -> print(diff, head, format, out));
        }
        return ExitCodes.FINE;
    }

    private List<String> words(List<String> named, int place) {
        if (pair.size() == 2 && base.isEmpty() && current.isEmpty()) {
            return List.of(pair.get(place));
        }
        if (pair.isEmpty() && !base.isEmpty() && !current.isEmpty()) {
            return named;
        }
        throw new UsageException("give two profiles (jprof diff BASE NEW) or both --base and --new");
    }

    /** While one run is summed up the next is read. */
    private Sides read(List<Path> baseFiles, List<Path> currentFiles) throws IOException {
        List<Path> all = new ArrayList<>(baseFiles);
        all.addAll(currentFiles);
        Sides sides = new Sides();
        ReadAhead<Profile, Run> ahead =
                new ReadAhead<>(all, file -> shown(ProfileReader.readWithout(Run.UNNEEDED, file)), Run::of);
        for (int run = 0; run < all.size(); run++) {
            if (run < baseFiles.size()) {
                sides.addBase(ahead.next());
            } else {
                sides.addCurrent(ahead.next());
            }
        }
        return sides;
    }

    /** What probes cost is left out altogether: it is nothing of the program's. */
    private Profile shown(Profile profile) {
        return times.withoutProbesRow(profile, cuts.paths());
    }

    private Profile read(Path file) throws IOException {
        return shown(ProfileReader.read(file));
    }

    /** What differs though it is compared. */
    static Comparability checked(Sides sides, boolean counts, boolean force) {
        Comparability found = sides.comparability();
        if (counts && !sides.haveCalls()) {
            throw new UsageException("--counts compares calls, and sampled profiles have none");
        }
        List<Difference> inCounts = found.against(Comparability.Numbers.COUNTS);
        List<Difference> against = counts ? inCounts : found.against(Comparability.Numbers.TIMES);
        if (against.isEmpty() || force) {
            return found;
        }
        String reasons = against.stream().map(Difference::toString).collect(Collectors.joining("; "));
        String way =
                inCounts.isEmpty() ? "; --counts compares calls alone, --force all" : "; --force compares all the same";
        throw new UsageException("the profiles can't be compared" + (inCounts.isEmpty() ? " in times" : "") + ": "
                + Printable.of(reasons) + way);
    }

    private void print(Diff diff, DiffHead head, DiffFormat format, Writer out) throws IOException {
        DiffText text = new DiffText(head, form.numbers(), form.bold(console));
        switch (format) {
            case TEXT -> text.write(diff, out);
            case MD -> text.markdown(diff, out);
            case CSV -> text.csv(diff, out);
            default -> {
                Json.write(out, json -> new DiffJson(head).write(diff, json));
                out.write('\n');
            }
        }
    }

    private static String title(List<String> words) {
        return String.join(" ", words);
    }
}
