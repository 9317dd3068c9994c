package dev.jprof.cli;

import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.io.OutputFile;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.match.Comparability;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof html}: a profile as one interactive page. */
@Command(
        name = "html",
        header = "Writes a profile as one interactive page.",
        description = {
            "Icicle, flame, sunburst and treemap over a table that sorts and searches; ? in the page lists its keys. The"
                    + " file needs no network and no other file. Several profiles are added up.",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class HtmlCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "profile.json files.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--file"},
            paramLabel = "FILE",
            description = "The page to write. Without it: report.html.")
    private Path output = Path.of("report.html");

    @Option(
            names = "--base",
            paramLabel = "FILE",
            description = "An older profile: the page shows what has become slower, faster, new and gone since.")
    private @Nullable Path base;

    @Option(names = "--open", description = "Open the page in the browser.")
    private boolean open;

    @Mixin
    private Cuts cuts = new Cuts();

    @Mixin
    private Times times = new Times();

    HtmlCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SavedFile.spare(files, output);
        SavedFile.spare(base == null ? List.of() : List.of(base), output);
        HtmlPage page = page();
        SavedFile.write(output, () -> OutputFile.write(output, page::write));
        if (open && !Browser.open(output.toUri().toString())) {
            console.complain("jprof html: no browser could be started; open " + output + " by hand");
        }
        return ExitCodes.FINE;
    }

    private HtmlPage page() throws IOException {
        Profile profile = times.of(ProfileReader.readMerged(files), cuts.paths());
        Path first = files.get(0);
        String more = files.size() > 1 ? " and " + (files.size() - 1) + " more" : "";
        if (base == null) {
            return HtmlPage.of(profile, first.getFileName() + more);
        }
        Titles titles = Titles.of(first, base);
        Profile older = times.of(ProfileReader.read(base), cuts.paths());
        Comparability.of(older.meta(), profile.meta())
                .warnings(Comparability.Numbers.TIMES)
                .forEach(warning -> console.complain("jprof html: " + warning));
        return HtmlPage.of(profile, titles.current() + more, older, titles.base());
    }
}
