package dev.jprof.cli;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.format.CheckFormat;
import dev.jprof.report.check.format.CheckJson;
import dev.jprof.report.check.format.CheckMarkdown;
import dev.jprof.report.check.format.CheckText;
import dev.jprof.report.check.format.JUnitXml;
import dev.jprof.report.check.format.JmhJson;
import dev.jprof.report.check.format.Sarif;
import dev.jprof.report.check.format.SourceFiles;
import dev.jprof.report.io.OutputFile;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say in which formats the result of a check is written, and where each goes. */
final class CheckOutputs {
    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<Output> outputs = new ArrayList<>();

    @Option(
            names = "--link",
            paramLabel = "URL",
            description = "Where the Markdown links to; without it: the file of -f html, if it is written too.")
    private String link = "";

    /** One format and its file. */
    static final class Output {
        @Option(
                names = {"-f", "--format"},
                paramLabel = "FORMAT",
                description =
                        "text, json, md (for a pull request), junit, sarif, jmh or html; without it: text. Repeat it, each"
                                + " with its own -o, for several.")
        private String format = "text";

        @Option(
                names = {"-o", "--file"},
                paramLabel = "FILE",
                description = "Write to a file. If everything goes to files, the text goes to standard output too.")
        @Nullable
        private Path file;

        private Format format() {
            return Choice.of("--format", format, Format.values());
        }
    }

    private enum Format {
        TEXT,
        JSON,
        MD,
        JUNIT,
        SARIF,
        JMH,
        HTML
    }

    /** Refuses what can't be written, before anything is read. */
    void check() {
        outputs.forEach(Output::format);
        if (outputs.stream().filter(output -> output.file == null).count() > 1) {
            throw new UsageException("only one format can go to standard output; give each other one its -o FILE");
        }
        if (outputs.stream().anyMatch(output -> output.file == null && output.format() == Format.HTML)) {
            throw new UsageException("-f html is a page; give it its -o FILE");
        }
        Set<Path> files = new HashSet<>();
        for (Output output : outputs) {
            if (output.file != null && !files.add(output.file.toAbsolutePath().normalize())) {
                throw new UsageException(output.file + " can't hold two formats; give each its own -o FILE");
            }
        }
    }

    /** Refuses to write over something that is read. */
    void spare(Collection<Path> read) throws IOException {
        for (Output output : outputs) {
            SavedFile.spare(read, output.file);
        }
    }

    /** Whether a person reads standard output. */
    boolean textOnStandardOutput() {
        return outputs.stream().allMatch(output -> output.file != null || output.format() == Format.TEXT);
    }

    /**
     * Writes to files, each whatever becomes of the others, and to standard output.
     *
     * @param page writes the page that compares both sides
     * @return what could not be written, one line each
     */
    List<String> write(Console console, CheckResult result, OutputFile.Content page) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Output output : outputs) {
            if (output.file != null) {
                try {
                    write(output.file, output.format() == Format.HTML ? page : content(output.format(), result));
                } catch (StandardOutput.Failed failed) {
                    if (!failed.readerLeft()) {
                        problems.add("standard output cannot be written: " + failed.getMessage());
                    }
                } catch (IOException unwritable) {
                    problems.add(String.valueOf(unwritable.getMessage()));
                }
            } else if (output.format() != Format.TEXT) {
                format(output.format()).write(result, console.out());
            }
        }
        if (textOnStandardOutput()) {
            boolean bold = console.terminal() && Terminal.wantsBold();
            new CheckText(bold).write(result, console.out());
        }
        return problems;
    }

    private static void write(Path file, OutputFile.Content content) throws IOException {
        SavedFile.write(file, () -> OutputFile.write(file, content));
    }

    CheckMarkdown markdown() {
        String page = outputs.stream()
                .filter(output -> output.file != null && output.format() == Format.HTML)
                .map(output -> String.valueOf(output.file))
                .findFirst()
                .orElse("");
        return new CheckMarkdown(link.isEmpty() ? page : link);
    }

    private OutputFile.Content content(Format format, CheckResult result) throws IOException {
        CheckFormat written = format(format);
        return out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            written.write(result, writer);
            writer.flush();
        };
    }

    private CheckFormat format(Format format) throws IOException {
        String version = Jprof.Version.number();
        return switch (format) {
            case JSON -> new CheckJson();
            case MD -> markdown();
            case JUNIT -> new JUnitXml();
            case SARIF -> new Sarif(SourceFiles.below(Path.of("")), version);
            case JMH -> new JmhJson(version);
            default -> new CheckText(false);
        };
    }
}
