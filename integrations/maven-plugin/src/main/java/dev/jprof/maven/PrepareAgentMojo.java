package dev.jprof.maven;

import dev.jprof.agent.options.OptionException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Has Surefire and Failsafe run the tests under the agent: puts {@code -javaagent:} before what the property {@code argLine} holds.
 * Each JVM that they start writes a profile of its own; those of earlier builds are deleted.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends JprofMojo {
    private static final String AGENT = "dev.jprof:jprof-agent";
    private static final String BEGIN = "dev.jprof.begin";

    @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
    private Map<String, Artifact> artifacts;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The property that the tests' JVM options are read from. */
    @Parameter(property = "jprof.propertyName", defaultValue = "argLine")
    private String propertyName;

    /** Classes to profile: patterns in which {@code *} is any text and {@code ?} one character. Without it: all. */
    @Parameter(property = "jprof.include")
    private List<String> include = List.of();

    /** Classes to leave alone, written like {@code include}, and winning over it. */
    @Parameter(property = "jprof.exclude")
    private List<String> exclude = List.of();

    /** Further options of the agent, such as {@code <clock>cpu</clock>}: docs/running.md lists them. */
    @Parameter
    private Map<String, String> options = Map.of();

    /** Returns when this build prepared the tests of a module, if it did. */
    static Optional<Instant> begin(MavenProject project) {
        return Optional.ofNullable((Instant) project.getContextValue(BEGIN));
    }

    /** Surefire does not start a JVM whose options have an {@code @{argLine}} that stands for nothing. */
    @Override
    void leaveAlone() {
        project.getProperties().putIfAbsent(propertyName, "");
    }

    @Override
    void run(TestRun run) throws IOException, OptionException {
        project.setContextValue(BEGIN, Instant.now());
        run.forgetForksBefore(session.getRequest().getStartTime().toInstant());
        Properties properties = project.getProperties();
        Artifact jar = Objects.requireNonNull(artifacts.get(AGENT), AGENT);
        AgentArgument agent = new AgentArgument(jar.getFile().toPath(), run.forkFile(), given());
        properties.setProperty(propertyName, agent.before(properties.getProperty(propertyName, "")));
        getLog().info(propertyName + " = " + properties.getProperty(propertyName));
    }

    private Map<String, String> given() {
        Map<String, String> given = new TreeMap<>(options);
        if (!include.isEmpty()) {
            given.put("include", String.join(":", include));
        }
        if (!exclude.isEmpty()) {
            given.put("exclude", String.join(":", exclude));
        }
        given.computeIfPresent(
                "config",
                (key, file) -> project.getBasedir().toPath().resolve(file).toString());
        return given;
    }
}
