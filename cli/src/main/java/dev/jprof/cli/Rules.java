package dev.jprof.cli;

import dev.jprof.report.check.FirstRules;
import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.check.rule.Mistake;
import dev.jprof.report.check.rule.Place;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RulesFile;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the rules of a check are. */
final class Rules {
    private static final Path USUAL = Path.of("jprof.yml");

    @Option(names = "--rule", paramLabel = "RULE", description = "A rule. May be repeated.")
    private List<String> texts = List.of();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "A file of rules; without it and without --rule: jprof.yml in this folder.")
    private @Nullable Path file;

    /** The rules of the file, then those of the options. */
    List<Rule> read() throws IOException, InvalidRules {
        List<Rule> rules = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        if (file != null || texts.isEmpty()) {
            collect(mistakes, () -> rules.addAll(RulesFile.read(existing())));
        }
        for (String text : texts) {
            collect(mistakes, () -> rules.add(Rule.parse(text, Place.ofOption("--rule", text))));
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidRules(mistakes);
        }
        return rules;
    }

    /** What they are read from, apart from options. */
    List<Path> files() {
        return file != null ? List.of(file) : texts.isEmpty() ? List.of(USUAL) : List.of();
    }

    /** Reads some rules. */
    private interface Reading {
        void run() throws IOException, InvalidRules;
    }

    private static void collect(List<Mistake> mistakes, Reading reading) throws IOException {
        try {
            reading.run();
        } catch (InvalidRules wrong) {
            mistakes.addAll(wrong.mistakes());
        }
    }

    private Path existing() {
        if (file != null) {
            return file;
        }
        if (!Files.exists(USUAL)) {
            throw new UsageException("there are no rules: give --rule 'calls(com.acme.*) <= +0%', or write " + USUAL
                    + " (jprof check --init profile.json)");
        }
        return USUAL;
    }

    /** Writes a first file of rules for a profiled program. */
    int writeFirst(Path profile, Console console) throws IOException {
        Path target = file == null ? USUAL : file;
        if (Files.exists(target)) {
            throw new UsageException(target + " exists already; delete it, or name another file with --rules");
        }
        String text = FirstRules.of(ProfileReader.read(profile), String.valueOf(profile.getFileName()));
        SavedFile.write(target, () -> Files.writeString(target, text));
        console.out()
                .write("wrote " + target + "; read it, and try it with: jprof check --rules " + target + " --base "
                        + profile + " --new " + profile + "\n");
        return ExitCodes.FINE;
    }
}
