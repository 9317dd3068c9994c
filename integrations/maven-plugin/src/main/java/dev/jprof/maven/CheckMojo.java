package dev.jprof.maven;

import dev.jprof.report.check.BaselineFolder;
import dev.jprof.report.check.Check;
import dev.jprof.report.check.CheckRequest;
import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.CheckVerdict;
import dev.jprof.report.check.format.CheckText;
import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RulesFile;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails the build if its tests call more, or take longer, than the rules allow, or if that can't be decided. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends TestedModuleMojo {
    /** The rules. */
    @Parameter(property = "jprof.rules", defaultValue = "${project.basedir}/jprof.yml")
    private File rules;

    /** What to compare with: a profile, or a folder of accepted runs. */
    @Parameter(property = "jprof.base", defaultValue = "${project.basedir}/baseline")
    private File base;

    /** How many runs of a folder are the base, the newest first. */
    @Parameter(property = "jprof.newest", defaultValue = "10")
    private int newest;

    /** Without a base, try the rules that need none, and say so. */
    @Parameter(property = "jprof.allowMissingBase", defaultValue = "false")
    private boolean allowMissingBase;

    /** Compare runs that were not recorded alike, and say so. */
    @Parameter(property = "jprof.force", defaultValue = "false")
    private boolean force;

    @Override
    void read(TestRun run, Profile sum) throws IOException, InvalidRules, MojoFailureException {
        List<Rule> asked = rules();
        CheckRequest request = new CheckRequest(
                baseRuns(asked), List.of(run.file()), asked, false, force, LocalDate.now(ZoneId.systemDefault()));
        say(tried(request));
    }

    /** What the command says of its option is said of the plugin's. */
    private static CheckResult tried(CheckRequest request) throws IOException, InvalidRules {
        try {
            return Check.run(request);
        } catch (UsageException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()).replace("--force", "-Djprof.force"));
        }
    }

    private List<Rule> rules() throws IOException, InvalidRules {
        if (!rules.exists()) {
            throw new UsageException("there are no rules: write " + rules
                    + ", or have jprof check --init write a first one, or name another file in <rules>");
        }
        return RulesFile.read(rules.toPath());
    }

    private List<Path> baseRuns(List<Rule> asked) throws IOException {
        if (newest < 1) {
            throw new UsageException("<newest> must be 1 or more, not " + newest);
        }
        List<Path> runs = BaselineFolder.runs(List.of(base.toString()), newest);
        boolean needed = asked.stream().anyMatch(rule -> rule.bound().needsBase());
        if (runs.isEmpty() && needed && !allowMissingBase) {
            throw new UsageException("no base to compare with: there is none at " + base
                    + "; mvn test jprof:accept makes one, -Djprof.allowMissingBase tries the rules that need none");
        }
        return runs;
    }

    private void say(CheckResult result) throws IOException, MojoFailureException {
        StringWriter text = new StringWriter();
        new CheckText(false).write(result, text);
        List<String> lines = text.toString().lines().toList();
        if (result.verdict() == CheckVerdict.FINE) {
            lines.forEach(getLog()::info);
            return;
        }
        lines.forEach(getLog()::error);
        throw new MojoFailureException(lines.get(0));
    }
}
