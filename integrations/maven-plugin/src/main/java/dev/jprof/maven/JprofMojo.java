package dev.jprof.maven;

import dev.jprof.agent.options.OptionException;
import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.io.ProfileFormatException;
import dev.jprof.report.view.UsageException;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals share: where profiles are, and how a mistake of the user is said. */
abstract class JprofMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /** Where the profiles of the tests go. */
    @Parameter(property = "jprof.directory", defaultValue = "${project.build.directory}/jprof")
    private File directory;

    /** Do nothing: the tests run without the agent, nothing is reported or checked. */
    @Parameter(property = "jprof.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("jprof is skipped (jprof.skip)");
            leaveAlone();
            return;
        }
        try {
            run(new TestRun(directory.toPath()));
        } catch (UsageException | OptionException | InvalidRules | ProfileFormatException wrong) {
            throw new MojoExecutionException(wrong.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException("jprof can't read or write a file: " + e, e);
        }
    }

    /** What has to be done even if jprof is skipped. */
    void leaveAlone() {}

    abstract void run(TestRun run) throws IOException, OptionException, InvalidRules, MojoFailureException;
}
