package dev.jprof.cli;

import dev.jprof.cli.shell.Completion;
import dev.jprof.cli.shell.Lines;
import dev.jprof.cli.shell.Setting;
import dev.jprof.cli.shell.Shell;
import dev.jprof.cli.shell.TypedLines;
import dev.jprof.report.compare.Sides;
import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.io.OutputFile;
import dev.jprof.report.match.Comparability;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Unit;
import dev.jprof.report.view.format.TextReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof shell}: profiles in memory, and commands about them. */
@Command(
        name = "shell",
        header = "Answers questions about profiles, one line after the other, as Python's pstats browser does.",
        description = {
            "read, add, sort, reverse, strip, stats, callers, callees, tree, diff, html; 'help' lists them. Tab completes"
                    + " commands, files and methods. Commands may come from a pipe: then nothing but their results is"
                    + " printed.",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ShellCommand implements Callable<Integer>, Setting {
    private final Console console;
    private final InputStream input;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "profile.json files; several are added up.")
    private List<String> files = List.of();

    @Option(
            names = {"-u", "--unit"},
            paramLabel = "UNIT",
            description = "Times in s, ms, us or ns, or auto for what suits each number. Without it: s.")
    private String unit = "s";

    @Mixin
    private Cuts cuts = new Cuts();

    @Mixin
    private Times times = new Times();

    @Mixin
    private Style style = new Style();

    // Unless a person types them, commands come from the input.
    ShellCommand(Console console, InputStream input) {
        this.console = console;
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        style.isPstats();
        text();
        Shell shell = new Shell(this, console.out());
        if (console.terminal()) {
            console.out().write("Welcome to the profile statistics browser.\n");
            shell.load(files);
            try (TypedLines lines = new TypedLines(history(), new Completion(shell::methods))) {
                shell.run(lines);
            }
            console.out().write("Goodbye.\n");
        } else {
            shell.load(files);
            BufferedReader piped = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
            Lines lines = prompt -> piped.readLine();
            shell.run(lines);
        }
        return ExitCodes.FINE;
    }

    private static Path history() {
        String home = Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home"));
        return Path.of(home, ".jprof_history");
    }

    @Override
    public boolean pstats() {
        return style.isPstats();
    }

    @Override
    public boolean boxes() {
        return console.terminal() && Terminal.showsBoxes();
    }

    @Override
    public TextReport text() {
        Numbers numbers = new Numbers(Choice.of("--unit", unit, Unit.values()), false);
        return new TextReport(numbers, cuts.paths().scope(), console.terminal() && Terminal.wantsBold());
    }

    @Override
    public void printPstats(Appendable out, PstatsPrinting text) throws IOException {
        style.print(console.terminal(), out, text::writeTo);
    }

    @Override
    public Profile shown(Profile read, List<String> focus) {
        return times.of(read, cuts.paths().through(focus));
    }

    @Override
    public Profile comparable(Profile read) {
        return times.withoutProbesRow(read, cuts.paths());
    }

    @Override
    public Comparability checked(Sides sides, boolean counts, boolean force) {
        return DiffCommand.checked(sides, counts, force);
    }

    @Override
    public void save(HtmlPage page, Path read, Path file) throws IOException {
        SavedFile.spare(List.of(read), file);
        SavedFile.write(file, () -> OutputFile.write(file, page::write));
    }

    @Override
    public void complain(String line) {
        console.complain("jprof shell: " + line);
    }
}
