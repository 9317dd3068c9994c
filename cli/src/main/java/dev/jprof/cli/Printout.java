package dev.jprof.cli;

import dev.jprof.report.io.OutputFile;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Unit;
import dev.jprof.report.view.format.Layout;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say in what form a result is printed, and where. */
final class Printout {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text, json, csv or md; without it: text. JSON holds integer nanoseconds and raw JVM names.")
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
    @Nullable
    private Path file;

    /** Writes one result. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    Layout layout() {
        return Choice.of("--format", format, Layout.values());
    }

    Unit unit() {
        return Choice.of("--unit", unit, Unit.TIMES.toArray(new Unit[0]));
    }

    Numbers numbers() {
        return new Numbers(unit(), layout() == Layout.CSV);
    }

    /** Whether a person reads it as it is printed. */
    boolean onTerminal(Console console) {
        return console.terminal() && file == null;
    }

    boolean bold(Console console) {
        return onTerminal(console) && Terminal.wantsBold();
    }

    boolean boxes(Console console) {
        return onTerminal(console) && Terminal.showsBoxes();
    }

    /** Refuses to write over something that is read. */
    void spare(Collection<Path> read) throws IOException {
        SavedFile.spare(read, file);
    }

    void print(Console console, Content content) throws IOException {
        print(console, file, content);
    }

    /** Prints to a file, or where there is none to standard output. */
    static void print(Console console, @Nullable Path file, Content content) throws IOException {
        if (file == null) {
            content.writeTo(console.out());
            return;
        }
        SavedFile.write(
                file,
                () -> OutputFile.write(file, out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    content.writeTo(writer);
                    writer.flush();
                }));
    }
}
