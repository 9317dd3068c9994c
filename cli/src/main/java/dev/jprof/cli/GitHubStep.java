package dev.jprof.cli;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.format.Annotations;
import dev.jprof.report.check.format.CheckFormat;
import dev.jprof.report.check.format.SourceFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** What a step of a GitHub workflow shows besides its log, if the command runs in one. */
final class GitHubStep {
    private final Map<String, String> environment;

    GitHubStep(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Adds to the summary of the step. */
    void summarise(CheckResult result, CheckFormat format) throws IOException {
        String file = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (file.isEmpty()) {
            return;
        }
        StringWriter text = new StringWriter();
        format.write(result, text);
        SavedFile.write(
                Path.of(file),
                () -> Files.writeString(
                        Path.of(file), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Writes workflow commands, which GitHub reads from both standard streams. */
    void annotate(CheckResult result, Writer out) throws IOException {
        if (environment.getOrDefault("GITHUB_ACTIONS", "").equals("true")) {
            new Annotations(SourceFiles.below(Path.of(""))).write(result, out);
        }
    }
}
