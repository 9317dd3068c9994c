package dev.jprof.maven;

import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.UsageException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that reads what the tests of a module recorded. */
abstract class TestedModuleMojo extends JprofMojo {
    private static final List<String> CHOICES = List.of("test", "it.test", "groups", "excludedGroups");

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true, required = true)
    private File testClasses;

    @Parameter(defaultValue = "${project.build.testSourceDirectory}", readonly = true, required = true)
    private File testSources;

    @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
    private boolean skipTests;

    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    private boolean testsAreLeftOut;

    @Override
    final void run(TestRun run) throws IOException, InvalidRules, MojoFailureException {
        if (skipTests || testsAreLeftOut) {
            getLog().warn("jprof has nothing to read: the tests were skipped");
        } else if (!testClasses.exists() && !testSources.exists()) {
            getLog().info("jprof has nothing to read: this module has no tests");
        } else if (!run.forks().isEmpty()) {
            refuseTestsWithoutAgent(run);
            read(run, run.sum(workload()));
        } else if (TestReports.of(project).areThereSince(begin())) {
            throw withoutAgent("no profile in " + run.directory() + ": the tests");
        } else {
            getLog().warn("jprof has nothing to read: no test of this module ran");
        }
    }

    /** If this build did not prepare the tests, all that ever ran had no agent: long ago. */
    private Instant begin() {
        return PrepareAgentMojo.begin(project).orElse(Instant.EPOCH);
    }

    /** What an earlier build recorded may be read again, but not for tests that this one ran. */
    private void refuseTestsWithoutAgent(TestRun run) throws IOException {
        TestReports reports = TestReports.of(project);
        if (PrepareAgentMojo.begin(project).isEmpty()) {
            if (reports.areThereSince(session.getRequest().getStartTime().toInstant())) {
                throw withoutAgent("the profiles in " + run.directory() + " are of an earlier build: the tests");
            }
            return;
        }
        for (Path folder : reports.withoutProfile(begin(), run.written())) {
            throw withoutAgent("the tests that " + folder + " reports");
        }
    }

    private static UsageException withoutAgent(String which) {
        return new UsageException(which
                + " ran without jprof's agent; bind prepare-agent, have @{argLine} in the argLine of Surefire and Failsafe,"
                + " and don't set argLine on the command line");
    }

    /** The module, and which of its tests were chosen. */
    private String workload() {
        Properties given = session.getUserProperties();
        return Stream.concat(
                        Stream.of(project.getGroupId(), project.getArtifactId()),
                        CHOICES.stream().map(given::getProperty).map(chosen -> Objects.requireNonNullElse(chosen, "")))
                .collect(Collectors.joining("\n"));
    }

    /** @param sum what {@link TestRun#file()} holds */
    abstract void read(TestRun run, Profile sum) throws IOException, InvalidRules, MojoFailureException;
}
