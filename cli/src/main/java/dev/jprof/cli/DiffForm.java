package dev.jprof.cli;

import dev.jprof.report.io.OutputFile;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say in what form a comparison is printed, and where. */
final class DiffForm {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "text, json, md, csv, or html for the interactive page (of several runs a side, the one whose time"
                            + " is the median); without it: text.")
    private String format = "text";

    @Option(
            names = {"-u", "--unit"},
            paramLabel = "UNIT",
            description = "Times in s, ms, us or ns, or auto for what suits each number (in csv: s). Without it: s.")
    private String unit = "s";

    @Option(
            names = {"-o", "--file"},
            paramLabel = "FILE",
            description = "Write to a file instead of standard output.")
    private @Nullable Path file;

    DiffFormat format() {
        return Choice.of("--format", format, DiffFormat.values());
    }

    Numbers numbers() {
        return new Numbers(Choice.of("--unit", unit, Unit.TIMES.toArray(new Unit[0])), false);
    }

    boolean bold(Console console) {
        return console.terminal() && file == null && Terminal.wantsBold();
    }

    /** Refuses to write over something that is read. */
    void spare(Collection<Path> read) throws IOException {
        SavedFile.spare(read, file);
    }

    void print(Console console, Printout.Content content) throws IOException {
        Printout.print(console, file, content);
    }

    void save(Console console, OutputFile.Content page) throws IOException {
        Path target = file;
        if (target == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            page.writeTo(bytes);
            console.out().write(bytes.toString(StandardCharsets.UTF_8));
        } else {
            SavedFile.write(target, () -> OutputFile.write(target, page));
        }
    }
}
